import type { Finding } from '../problem.ts';

/** What can be wrong with an exercise to sort or to order, said to a trainer. */

export function elementCount(name: string, count: number, least: number, most: number): Finding {
  return {
    code: 'nombre-d-elements',
    message: count === 0 ? `<${name}> n’a aucun élément.` : `<${name}> a ${count} élément${count > 1 ? 's' : ''}.`,
    remedy: `Donnez-lui de ${least} à ${most} éléments : <Element …>…</Element>.`,
  };
}

export function unknownGroup(typed: string, groups: readonly string[], nearest: string | null): Finding {
  return {
    code: 'groupe-inconnu',
    message: `« ${typed} » n’est pas un des groupes de cet exercice.`,
    remedy: nearest ? `Écrivez dans="${nearest}".` : `Groupes : ${groups.join(' | ')}.`,
  };
}

export function emptyGroup(group: string): Finding {
  return {
    code: 'groupe-vide',
    message: `Aucun élément ne va dans le groupe « ${group} ».`,
    remedy: 'Ajoutez un élément qui y va, ou retirez ce groupe.',
  };
}

export function secondReflection(): Finding {
  return {
    code: 'reflexion-en-trop',
    message: 'Le module a déjà une réflexion : une seconde lui ôterait son poids.',
    remedy: 'Gardez une seule <Reflexion> par module.',
  };
}
