import type { Finding } from '../problem.ts';

/** What can be wrong with Markdown, said to a trainer. */

export function topHeading(): Finding {
  return {
    code: 'titre-principal',
    message: 'Un titre de premier niveau (#) est écrit dans la leçon : la page porte déjà celui de l’en-tête.',
    remedy: 'Commencez les titres de la leçon à « ## ».',
  };
}

export function deepHeading(): Finding {
  return {
    code: 'titre-trop-profond',
    message: 'Ce titre est d’un niveau que la page ne montre pas.',
    remedy: 'Utilisez « ## », « ### » ou « #### » ; au-delà, écrivez un paragraphe qui commence en gras.',
  };
}

export function skippedHeading(depth: number, expected: number): Finding {
  return {
    code: 'niveau-de-titre-saute',
    message: `Ce titre est de niveau ${depth}, alors que le niveau ${expected} n’a pas été ouvert avant lui.`,
    remedy: `Écrivez-le avec « ${'#'.repeat(expected)} », ou ajoutez le titre de niveau ${expected} qui manque.`,
  };
}

export function headingInComponent(name: string): Finding {
  return {
    code: 'titre-dans-composant',
    message: `Un titre est écrit dans <${name}>.`,
    remedy: 'Placez le titre avant le composant, ou écrivez cette ligne en gras.',
  };
}

export function emptyHeading(): Finding {
  return {
    code: 'titre-vide',
    message: 'Ce titre ne contient aucun texte.',
    remedy: 'Écrivez le titre après les signes « # », ou retirez-les.',
  };
}

export function missingAlternative(): Finding {
  return {
    code: 'image-sans-texte',
    message: 'Cette image n’a pas de texte alternatif.',
    remedy: 'Écrivez ce que l’image apprend au lecteur entre les crochets : ![texte alternatif](media/…).',
  };
}

export function missingImage(path: string, known: readonly string[]): Finding {
  return {
    code: 'image-introuvable',
    message: `L’image « ${path} » n’est pas dans le dossier media/ du module.`,
    remedy:
      known.length > 0
        ? `Images présentes : ${known.join(', ')}.`
        : 'Placez le fichier (svg, png, jpg, webp) dans media/, puis écrivez ![texte alternatif](media/nom.svg).',
  };
}

export function unusedImage(path: string): Finding {
  return {
    code: 'image-inutilisee',
    message: `L’image « ${path} » n’est affichée dans aucune leçon.`,
    remedy: 'Affichez-la, ou retirez le fichier.',
  };
}

export function referenceStyleLink(): Finding {
  return {
    code: 'lien-par-renvoi',
    message:
      'Ce lien est écrit en deux endroits (« [texte][nom] » et « [nom]: adresse ») : cette forme n’est pas admise.',
    remedy: 'Écrivez l’adresse à côté du texte : [texte](adresse).',
  };
}

export function unpairedHtml(name: string, isClosing: boolean): Finding {
  return {
    code: 'html-non-apparie',
    message: isClosing ? `</${name}> ne ferme rien à cet endroit.` : `<${name}> n’est pas refermé dans la même phrase.`,
    remedy: `Écrivez <${name}>…</${name}> dans un même passage, sans couper du gras ou un lien.`,
  };
}

export function emptyLesson(): Finding {
  return {
    code: 'lecon-vide',
    message: 'La leçon ne contient rien après son en-tête.',
    remedy: 'Écrivez le texte de la leçon, ou retirez le fichier.',
  };
}
