import type { Finding } from '../problem.ts';

/** What can be wrong with an SVG or with a figure that shows it, said to a trainer. */

export function unreadableDrawing(): Finding {
  return {
    code: 'dessin-illisible',
    message: 'Ce dessin ne se lit pas comme un SVG simple à partir d’ici.',
    remedy:
      'Il commence par <svg …> et finit par </svg>, chaque balise est refermée, les valeurs sont entre guillemets ; ni DOCTYPE, ni CDATA.',
  };
}

export function refusedElement(name: string): Finding {
  return {
    code: 'dessin-element-refuse',
    message: `<${name}> n’est pas admis dans un dessin.`,
    remedy: 'Gardez des formes et du texte (path, rect, circle, line, text, g, style…) : ni script, ni image, ni HTML.',
  };
}

export function drawingEvent(name: string): Finding {
  return {
    code: 'dessin-evenement',
    message: `L’attribut « ${name} » lancerait un programme.`,
    remedy: 'Retirez cet attribut.',
  };
}

export function outsideReference(): Finding {
  return {
    code: 'dessin-lien-externe',
    message: 'Ce dessin va chercher quelque chose hors de lui-même.',
    remedy: 'Gardez tout dans le fichier : références de la forme #nom, polices du système (system-ui, sans-serif).',
  };
}

export function noViewBox(): Finding {
  return {
    code: 'dessin-sans-taille',
    message: 'Ce dessin ne dit pas sa taille.',
    remedy: 'Écrivez-la dans la première balise : <svg … viewBox="0 0 340 420">.',
  };
}

export function tooWide(width: number, widest: number): Finding {
  return {
    code: 'dessin-trop-large',
    message: `Ce dessin fait ${width} unités de large : ses mots seraient trop petits sur un téléphone.`,
    remedy: `Disposez-le en hauteur, sur ${widest} unités de large au plus.`,
  };
}

export function smallText(size: number, smallest: number): Finding {
  return {
    code: 'dessin-texte-petit',
    message: `Un texte de ce dessin est de taille ${size}.`,
    remedy: `Écrivez les textes en ${smallest} au moins.`,
  };
}

export function untitledDrawing(): Finding {
  return {
    code: 'dessin-sans-titre',
    message: 'Ce dessin n’a pas de titre.',
    remedy: 'Ajoutez <title>…</title> juste après la balise <svg …>.',
  };
}

export function notADrawing(path: string): Finding {
  return {
    code: 'figure-sans-dessin',
    message: `« ${path} » n’est pas un dessin SVG du dossier media/.`,
    remedy: 'Une figure montre un fichier media/nom.svg ; pour une photographie, écrivez ![texte](media/nom.jpg).',
  };
}
