import type { Finding } from '../problem.ts';

/** What can be wrong with the paths of a case, said to a trainer. */

export function sceneTwice(id: string): Finding {
  return {
    code: 'scene-en-double',
    message: `Deux scènes de ce cas s’appellent « ${id} ».`,
    remedy: 'Donnez un autre « id » à l’une d’elles.',
  };
}

export function firstSceneWithoutOption(): Finding {
  return {
    code: 'scene-sans-option',
    message: 'La première scène ne propose aucun choix : le cas finirait avant de commencer.',
    remedy: 'Ajoutez-y au moins une <Option avis="…" consequence="…">…</Option>.',
  };
}

export function missingScene(id: string, known: readonly string[], nearest: string | null): Finding {
  return {
    code: 'scene-introuvable',
    message: `Cette option mène à « ${id} », qui n’est pas une scène de ce cas.`,
    remedy: nearest ? `Écrivez vers="${nearest}".` : `Scènes de ce cas : ${known.join(', ')}.`,
  };
}

export function unreachableScene(id: string): Finding {
  return {
    code: 'scene-inaccessible',
    message: `Aucun chemin ne mène à la scène « ${id} ».`,
    remedy: `Ajoutez vers="${id}" à une option d’une scène accessible, ou retirez cette scène.`,
  };
}

export function cyclicOption(id: string): Finding {
  return {
    code: 'scene-en-boucle',
    message: `Cette option ramène à « ${id} », une scène déjà passée : le cas tournerait en rond.`,
    remedy: 'Faites mener l’option à une autre scène, ou retirez « vers » pour finir le cas.',
  };
}
