import type { Finding } from '../problem.ts';

/** What can be wrong with the writing of tags, said to a trainer. */

export function unknownComponent(name: string, nearest: string | null, known: readonly string[]): Finding {
  return {
    code: 'composant-inconnu',
    message: `« ${name} » n’est pas un composant connu.`,
    remedy: nearest
      ? `Écrivez <${nearest}> (majuscule, sans accent), ou entourez le texte d’accents graves pour l’afficher tel quel.`
      : `Composants connus : ${known.join(', ')}. Pour afficher ce texte tel quel, entourez-le d’accents graves.`,
  };
}

export function unclosedComponent(name: string): Finding {
  return {
    code: 'composant-non-ferme',
    message: `<${name}> est ouvert ici et n’est pas refermé.`,
    remedy: `Ajoutez </${name}> à la fin de son contenu.`,
  };
}

export function neverOpened(name: string): Finding {
  return {
    code: 'composant-jamais-ouvert',
    message: `</${name}> ferme un composant qui n’est pas ouvert à cet endroit.`,
    remedy: `Retirez </${name}>, ou ajoutez <${name} …> avant le contenu ; vérifiez aussi l’ordre des fermetures.`,
  };
}

export function unfinishedTag(name: string): Finding {
  return {
    code: 'balise-non-terminee',
    message: `La balise « ${name} » n’a pas de « > » à la fin.`,
    remedy: 'Terminez la balise par « > » après le dernier attribut, sans ligne vide à l’intérieur.',
  };
}

export function unexpectedSign(sign: string, name: string): Finding {
  return {
    code: 'balise-mal-formee',
    message: `Le signe « ${sign} » n’a pas sa place dans la balise <${name}>.`,
    remedy: 'Écrivez chaque attribut sous la forme nom="valeur", séparés par une espace.',
  };
}

export function unclosedQuote(name: string): Finding {
  return {
    code: 'guillemet-non-ferme',
    message: `La valeur de « ${name} » n’a pas de guillemet droit à la fin.`,
    remedy: `Écrivez ${name}="…", avec un guillemet droit (") avant et après la valeur.`,
  };
}

export function quoteInsideValue(name: string): Finding {
  return {
    code: 'guillemet-dans-valeur',
    message: `La valeur de « ${name} » contient un guillemet droit (").`,
    remedy: 'Dans une valeur, citez avec « et » ; les guillemets droits entourent la valeur.',
  };
}

export function notStraightQuotes(name: string): Finding {
  return {
    code: 'guillemets-non-droits',
    message: `La valeur de « ${name} » n’est pas entourée de guillemets droits (").`,
    remedy: `Écrivez ${name}="…", avec des guillemets droits doubles.`,
  };
}

export function bracesInAttribute(name: string): Finding {
  return {
    code: 'accolades-dans-attribut',
    message: `La valeur de « ${name} » est entre accolades : rien n’est calculé dans une leçon.`,
    remedy: `Écrivez ${name}="…", avec un texte entre guillemets droits.`,
  };
}

export function attributeTwice(name: string): Finding {
  return {
    code: 'attribut-en-double',
    message: `« ${name} » est écrit deux fois dans la même balise.`,
    remedy: `Gardez un seul « ${name} ».`,
  };
}

export function attributeOnClosing(name: string): Finding {
  return {
    code: 'balise-mal-formee',
    message: `La balise fermante </${name}> contient autre chose que son nom.`,
    remedy: `Écrivez </${name}>, sans attribut.`,
  };
}

export function refusedHtml(name: string): Finding {
  return {
    code: 'html-non-admis',
    message: `Le HTML n’est pas admis ici : <${name}>.`,
    remedy: `Écrivez en Markdown ou avec un composant. Seuls <br/>, <sup>, <sub> et <abbr title="…"> sont admis. Pour afficher ce texte, entourez-le d’accents graves.`,
  };
}

export function misspeltHtml(name: string): Finding {
  return {
    code: 'html-non-admis',
    message: `<${name}> ne s’écrit pas ainsi.`,
    remedy: 'Formes admises, sans autre attribut : <br/>, <sup>…</sup>, <sub>…</sub>, <abbr title="…">…</abbr>.',
  };
}

export function refusedComment(): Finding {
  return {
    code: 'commentaire-non-admis',
    message: 'Un commentaire est écrit ici : il serait publié avec la leçon.',
    remedy: 'Retirez ce commentaire ; gardez vos notes de travail hors de la leçon.',
  };
}

export function chevronAsTyped(): Finding {
  return {
    code: 'chevron-tel-quel',
    message: '« < » n’ouvre ni ne ferme un composant connu : il est publié tel quel.',
    remedy: 'Rien à faire si c’est voulu ; sinon, vérifiez le nom du composant et son « > ».',
  };
}

export function addressInChevrons(): Finding {
  return {
    code: 'adresse-entre-chevrons',
    message: 'Cette adresse entre « < » et « > » est publiée telle quelle : elle n’est pas un lien.',
    remedy: 'Pour un lien, écrivez [texte du lien](https://…).',
  };
}

export function braceAsTyped(): Finding {
  return {
    code: 'accolade-telle-quelle',
    message: '« { » est publié tel quel : rien n’est calculé dans une leçon.',
    remedy: 'Rien à faire si c’est voulu ; sinon, retirez les accolades.',
  };
}

export function unclosedCode(): Finding {
  return {
    code: 'code-non-ferme',
    message: 'Le bloc de code ouvert ici n’est pas refermé : il avale la suite du fichier.',
    remedy: 'Ajoutez, seule sur une ligne après le bloc, la même suite de signes qu’à son ouverture.',
  };
}

export function programStatement(word: string): Finding {
  return {
    code: 'instruction-de-programme',
    message: `Cette ligne est une instruction « ${word} » de programme : une leçon est lue, jamais exécutée.`,
    remedy: 'Retirez cette ligne ; les composants sont disponibles sans rien importer.',
  };
}

export function symbolFontCharacter(): Finding {
  return {
    code: 'caractere-de-symbole',
    message: 'Ce caractère vient d’une police de symboles et ne s’affichera pas.',
    remedy: 'Remplacez-le : pour une puce, commencez la ligne par « - ».',
  };
}
