import type { Finding } from '../problem.ts';

/** What can be wrong with a module's folder, said to a trainer. */

export function wrongModuleName(slug: string): Finding {
  return {
    code: 'nom-de-module',
    message: `Le dossier « ${slug} » ne peut pas porter ce nom.`,
    remedy: 'Nommez-le en minuscules sans accent, chiffres et traits d’union : detecter-et-orienter.',
  };
}

export function reservedName(name: string): Finding {
  return {
    code: 'nom-reserve',
    message: `« ${name} » est le nom d’une page de Repères.`,
    remedy: 'Choisissez un autre nom.',
  };
}

export function wrongFileName(path: string): Finding {
  return {
    code: 'nom-de-fichier',
    message: `« ${path} » n’est pas un nom de fichier connu.`,
    remedy:
      'Une leçon s’appelle 01-nom-de-la-lecon.mdx (deux chiffres, minuscules sans accent) ; les autres fichiers sont module.yaml, glossaire.yaml et evaluation.mdx.',
  };
}

export function missingFile(path: string): Finding {
  return {
    code: 'fichier-manquant',
    message: `Il manque le fichier ${path}.`,
    remedy: 'Créez-le dans le dossier du module ; le guide content/README.md en donne un exemple.',
  };
}

export function noLesson(): Finding {
  return {
    code: 'aucune-lecon',
    message: 'Le module n’a aucune leçon.',
    remedy: 'Créez un fichier 01-nom-de-la-lecon.mdx.',
  };
}

export function lessonNumberTwice(number: string, other: string): Finding {
  return {
    code: 'numero-de-lecon-en-double',
    message: `Le numéro ${number} est déjà celui de ${other}.`,
    remedy: 'Renumérotez les leçons : 01, 02, 03…',
  };
}

export function lessonNumberGap(number: string, expected: string): Finding {
  return {
    code: 'numero-de-lecon-saute',
    message: `Cette leçon porte le numéro ${number}, alors que la ${expected} n’existe pas.`,
    remedy: `Renumérotez les leçons sans trou : celle-ci commence par ${expected}-.`,
  };
}

export function unknownPrerequisite(slug: string, nearest: string | null): Finding {
  return {
    code: 'prerequis-inconnu',
    message: `Le prérequis « ${slug} » n’est pas un autre module.`,
    remedy: nearest ? `Écrivez « ${nearest} ».` : 'Écrivez le nom exact du dossier d’un autre module, ou retirez-le.',
  };
}

export function noSuchLessonInPerson(number: number): Finding {
  return {
    code: 'seance-sans-lecon',
    message: `La séance compterait pour une leçon ${number}, que le module n’a pas.`,
    remedy:
      'Écrivez les numéros des leçons que la séance remplace ; pour le module entier, évaluation comprise, retirez la ligne.',
  };
}
