import type { Finding } from '../problem.ts';

/** What can be wrong with a question, said to a trainer. */

export function emptyStem(): Finding {
  return {
    code: 'enonce-manquant',
    message: 'Cette question n’a pas d’énoncé.',
    remedy: 'Écrivez l’énoncé entre <Question …> et le premier <Choix …>.',
  };
}

export function choiceCount(count: number, least: number, most: number): Finding {
  return {
    code: 'nombre-de-choix',
    message: `Cette question a ${count} choix.`,
    remedy: `Donnez-lui de ${least} à ${most} choix : <Choix explication="…">…</Choix>.`,
  };
}

export function noRightChoice(): Finding {
  return {
    code: 'aucun-choix-juste',
    message: 'Aucun choix de cette question n’est marqué juste.',
    remedy: 'Ajoutez « juste » à chaque bonne réponse : <Choix juste explication="…">.',
  };
}

export function noWrongChoice(): Finding {
  return {
    code: 'aucun-choix-faux',
    message: 'Tous les choix de cette question sont marqués justes.',
    remedy: 'Ajoutez un choix qui ne l’est pas, ou retirez « juste » de l’un d’eux.',
  };
}

export function poolAttribute(name: string): Finding {
  return {
    code: 'attribut-d-evaluation',
    message: `« ${name} » ne s’écrit que dans evaluation.mdx : cette question d’entraînement est déjà dans sa leçon.`,
    remedy: `Retirez « ${name} ».`,
  };
}

export function poolTooSmall(count: number, drawn: number): Finding {
  return {
    code: 'reserve-trop-petite',
    message: `Le tirage prend ${drawn} questions, et la réserve n’en compte que ${count} : il en faut au moins le double.`,
    remedy: `Écrivez au moins ${drawn * 2} questions dans evaluation.mdx, ou réduisez « tirage » à ${Math.max(1, Math.floor(count / 2))}.`,
  };
}

export function longestRightChoice(right: number, longestWrong: number): Finding {
  return {
    code: 'bonne-reponse-la-plus-longue',
    message: `La bonne réponse se reconnaît à sa longueur : ${right} caractères, contre ${longestWrong} pour le plus long des autres choix.`,
    remedy: 'Raccourcissez-la, ou donnez autant de matière aux autres choix.',
  };
}

export function longestTooOften(count: number, among: number): Finding {
  return {
    code: 'bonnes-reponses-trop-longues',
    message: `Dans ${count} des ${among} questions à une seule bonne réponse, celle-ci est la plus longue : on peut réussir sans savoir.`,
    remedy: 'Allongez d’autres choix, ou raccourcissez des bonnes réponses, jusqu’à 40 % des questions au plus.',
  };
}

export function unaskedLevel(level: string): Finding {
  return {
    code: 'niveau-sans-question',
    message: `Aucune question n’est de niveau « ${level} ».`,
    remedy: `Écrivez au moins une <Question … niveau="${level}">.`,
  };
}

export function unaskedLesson(lesson: string): Finding {
  return {
    code: 'lecon-sans-question',
    message: `Aucune question ne porte sur la leçon « ${lesson} ».`,
    remedy: `Écrivez au moins une <Question … lecon="${lesson}">.`,
  };
}
