import type { Finding } from '../problem.ts';

/** What can be wrong with where components and texts stand, said to a trainer. */

export function misplacedPart(name: string, parents: readonly string[]): Finding {
  const wanted = parents.map((parent) => `<${parent}>`).join(' ou ');
  return {
    code: 'composant-mal-place',
    message: `<${name}> ne s’écrit que dans ${wanted}.`,
    remedy: `Placez-le dans ${wanted}, sans autre composant entre les deux.`,
  };
}

export function nestedBlock(name: string, container: string): Finding {
  return {
    code: 'composant-imbrique',
    message: `<${name}> est écrit dans <${container}>, qui ne contient pas ce composant.`,
    remedy: `Placez <${name}> avant <${container}> ou après </${container}>.`,
  };
}

export function blockInSentence(name: string): Finding {
  return {
    code: 'composant-dans-une-phrase',
    message: `<${name}> est écrit au milieu d’une ligne, d’une liste ou d’une citation.`,
    remedy: `Placez <${name} …> au début de sa propre ligne, après une ligne vide.`,
  };
}

export function emptyComponent(name: string): Finding {
  return {
    code: 'composant-vide',
    message: `<${name}> ne contient aucun texte.`,
    remedy: `Écrivez le texte entre <${name} …> et </${name}>, ou retirez ce composant.`,
  };
}

export function textOutOfPlace(container: string, parts: string): Finding {
  return {
    code: 'texte-hors-place',
    message: `Ce texte est dans <${container}>, hors de ${parts}.`,
    remedy: `Dans <${container}>, écrivez tout le texte à l’intérieur de ${parts}.`,
  };
}

export function missingPart(container: string, part: string): Finding {
  return {
    code: 'partie-manquante',
    message: `<${container}> ne contient aucun <${part}>.`,
    remedy: `Ajoutez au moins un <${part} …>…</${part}> dans <${container}>.`,
  };
}

export function tooManyParts(container: string, part: string): Finding {
  return {
    code: 'partie-en-trop',
    message: `<${container}> contient plus d’un <${part}>.`,
    remedy: `Gardez un seul <${part}> ; faites un autre <${container}> pour la suite.`,
  };
}

export function severalParagraphs(name: string): Finding {
  return {
    code: 'texte-sur-un-paragraphe',
    message: `Le texte de <${name}> compte plus d’un paragraphe, ou une liste, un tableau, un titre.`,
    remedy: `Écrivez le texte de <${name}> en un seul paragraphe ; développez dans ses attributs ou avant lui.`,
  };
}

export function onlyQuestions(name: string | null): Finding {
  return {
    code: 'evaluation-questions-seules',
    message: name
      ? `<${name}> n’a pas sa place dans l’évaluation.`
      : 'Ce texte n’a pas sa place dans l’évaluation, hors des questions.',
    remedy: 'Le fichier evaluation.mdx ne contient que des <Question id="…" lecon="…" niveau="…">.',
  };
}

export function missingAttribute(component: string, name: string, example: string): Finding {
  return {
    code: 'attribut-manquant',
    message: `Il manque « ${name} » à <${component}>.`,
    remedy: `Écrivez <${component} ${example}>.`,
  };
}

export function unknownAttribute(
  component: string,
  name: string,
  accepted: readonly string[],
  nearest: string | null,
): Finding {
  return {
    code: 'attribut-inconnu',
    message: `<${component}> n’a pas d’attribut « ${name} ».`,
    remedy: nearest
      ? `Écrivez « ${nearest} ». Attributs admis : ${accepted.join(', ')}.`
      : `Attributs admis : ${accepted.length > 0 ? accepted.join(', ') : 'aucun'}.`,
  };
}

export function wrongAttribute(component: string, name: string, expected: string): Finding {
  return {
    code: 'attribut-incorrect',
    message: `La valeur de « ${name} » ne convient pas à <${component}>.`,
    remedy: `Il faut ${expected}.`,
  };
}

export function identifierTwice(id: string, place: string): Finding {
  return {
    code: 'identifiant-en-double',
    message: `L’identifiant « ${id} » est déjà pris (${place}).`,
    remedy: 'Donnez un autre « id » : chaque question, exercice et cas du module a le sien.',
  };
}

export function excessiveMarkup(): Finding {
  return {
    code: 'mise-en-forme-excessive',
    message: 'Ce passage empile trop de signes de mise en forme, ou compte trop de caractères sans ligne vide.',
    remedy: 'Simplifiez ce passage : moins de niveaux de liste ou de citation, des paragraphes plus courts.',
  };
}

export function fileTooLong(most: number): Finding {
  return {
    code: 'fichier-trop-long',
    message: `Ce fichier dépasse ${most} caractères.`,
    remedy: 'Partagez son contenu en plusieurs leçons.',
  };
}

export function wrongEncoding(): Finding {
  return {
    code: 'encodage',
    message: 'Un caractère est illisible : le fichier n’est pas enregistré en UTF-8.',
    remedy: 'Enregistrez de nouveau le fichier en choisissant l’encodage UTF-8, puis corrigez ce caractère.',
  };
}
