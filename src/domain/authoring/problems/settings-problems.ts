import type { Finding } from '../problem.ts';

/** What can be wrong with module.yaml and the front matter of lessons, said to a trainer. */

const REMEDIES: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY:
    'Une valeur qui contient « : » s’écrit entre guillemets droits : titre: "Recueillir : comment ?".',
  BAD_SCALAR_START: 'Une valeur qui commence par un signe (%, @, `, *, &) s’écrit entre guillemets droits.',
  BAD_ALIAS: 'Une valeur qui commence par un signe (%, @, `, *, &) s’écrit entre guillemets droits.',
  TAB_AS_INDENT: 'Remplacez la tabulation au début de la ligne par des espaces.',
  DUPLICATE_KEY: 'Gardez une seule ligne pour cette clé.',
  MISSING_CHAR: 'Fermez les guillemets droits ouverts sur cette ligne, ou ajoutez l’espace après « : ».',
  BAD_INDENT: 'Alignez cette ligne avec ses voisines, ou fermez le crochet ouvert plus haut.',
  MULTIPLE_DOCS: 'Retirez la ligne « --- » en trop.',
};

export function unreadableSettings(reason: string): Finding {
  return {
    code: 'reglage-illisible',
    message:
      reason === 'DUPLICATE_KEY'
        ? 'Cette clé est écrite deux fois.'
        : 'Cette ligne ne suit pas la forme « clé: valeur ».',
    remedy:
      REMEDIES[reason] ??
      'Écrivez une clé par ligne, « clé: valeur » ; en cas de doute, mettez la valeur entre guillemets droits.',
  };
}

export function settingsNotAList(where: string): Finding {
  return {
    code: 'reglage-illisible',
    message: `${where} n’est pas une suite de lignes « clé: valeur ».`,
    remedy: 'Écrivez une clé par ligne, suivie de deux-points et d’une espace.',
  };
}

export function entriesNotAList(where: string): Finding {
  return {
    code: 'reglage-illisible',
    message: `${where} n’est pas une suite d’entrées qui commencent par « - ».`,
    remedy: 'Écrivez « - terme: … » puis, en retrait, « definition: … » ; sans aucun terme, retirez le fichier.',
  };
}

export function termTwice(term: string): Finding {
  return {
    code: 'terme-en-double',
    message: `« ${term} » est déjà dans le glossaire.`,
    remedy: 'Gardez une seule entrée, et mettez les autres écritures dans « formes: [ … ] ».',
  };
}

export function unmentionedTerm(term: string): Finding {
  return {
    code: 'terme-sans-mention',
    message: `Aucune leçon ne mentionne « ${term} ».`,
    remedy: 'Ajoutez dans « formes: [ … ] » l’écriture du texte, ou retirez ce terme.',
  };
}

export function missingLessonDetail(): Finding {
  return {
    code: 'precision-manquante',
    message: 'Cette leçon est d’intensité 3 et n’a pas d’avertissement propre.',
    remedy: 'Ajoutez « precision: » avec une ou deux phrases qui disent ce que la leçon décrit.',
  };
}

export function missingSetting(key: string, where: string, example: string): Finding {
  return {
    code: 'cle-manquante',
    message: `Il manque « ${key} » dans ${where}.`,
    remedy: `Ajoutez une ligne : ${example}`,
  };
}

export function missingNotice(): Finding {
  return {
    code: 'avertissement-manquant',
    message: 'Le module n’a pas d’avertissement : chacun doit savoir de quoi il parle avant d’y entrer.',
    remedy: 'Ajoutez « avertissement: » avec, en retrait, « sujets: », « intensite: » (1 à 3) et « medias: ».',
  };
}

export function unknownSetting(
  key: string,
  where: string,
  accepted: readonly string[],
  nearest: string | null,
): Finding {
  return {
    code: 'cle-inconnue',
    message: `« ${key} » n’est pas une clé connue dans ${where}.`,
    remedy: `${nearest ? `Écrivez « ${nearest} ». ` : ''}Clés admises : ${accepted.join(', ')}.`,
  };
}

export function wrongSetting(key: string, expected: string): Finding {
  return {
    code: 'valeur-incorrecte',
    message: `La valeur de « ${key} » ne convient pas.`,
    remedy: `Il faut ${expected}.`,
  };
}

export function missingFrontMatter(): Finding {
  return {
    code: 'en-tete-manquant',
    message: 'La leçon ne commence pas par un en-tête.',
    remedy:
      'Commencez le fichier, entre deux lignes « --- », par « titre: », « objectif: », « duree: », « sujets: », « intensite: », « medias: » et « sources: ».',
  };
}

export function unclosedFrontMatter(): Finding {
  return {
    code: 'en-tete-non-ferme',
    message: 'L’en-tête ouvert par « --- » n’est pas refermé.',
    remedy: 'Ajoutez une ligne « --- » après la dernière clé de l’en-tête.',
  };
}

export function uselessFrontMatter(): Finding {
  return {
    code: 'en-tete-ignore',
    message: 'L’évaluation n’a pas d’en-tête : celui-ci est ignoré.',
    remedy: 'Retirez les lignes du début, « --- » compris ; le seuil et le tirage sont dans module.yaml.',
  };
}
