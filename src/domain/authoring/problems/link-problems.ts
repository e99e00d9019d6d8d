import type { Finding } from '../problem.ts';

/** What can be wrong with the address of a link, said to a trainer. */

export function refusedAddress(address: string): Finding {
  return {
    code: 'lien-refuse',
    message: `« ${address} » n’est pas une adresse admise.`,
    remedy:
      'Adresses admises : https://…, une leçon du module (02-nom.mdx), un titre de la page (#titre), /aide, /aide#nom, /modules/nom-du-module.',
  };
}

export function emptyAddress(): Finding {
  return {
    code: 'lien-vide',
    message: 'Ce lien ne mène nulle part : il n’a pas d’adresse, ou pas de texte.',
    remedy: 'Écrivez [texte du lien](adresse).',
  };
}

export function missingLesson(path: string, nearest: string | null): Finding {
  return {
    code: 'lecon-introuvable',
    message: `La leçon « ${path} » n’existe pas dans ce module.`,
    remedy: nearest ? `Écrivez « ${nearest} ».` : 'Écrivez le nom exact du fichier d’une leçon de ce dossier.',
  };
}

export function missingHeading(id: string, known: readonly string[]): Finding {
  return {
    code: 'titre-introuvable',
    message: `Aucun titre de la leçon n’a pour adresse « #${id} ».`,
    remedy:
      known.length > 0
        ? `Titres de la leçon : ${known.map((name) => `#${name}`).join(', ')}.`
        : 'Cette leçon n’a pas de titre.',
  };
}

export function missingHelp(id: string, known: readonly string[]): Finding {
  return {
    code: 'aide-introuvable',
    message: `La page d’aide n’a pas d’entrée « ${id} ».`,
    remedy: known.length > 0 ? `Entrées : ${known.join(', ')}.` : 'Écrivez « /aide » seul.',
  };
}

export function missingModule(slug: string, nearest: string | null): Finding {
  return {
    code: 'module-introuvable',
    message: `Aucun module ne s’appelle « ${slug} ».`,
    remedy: nearest ? `Écrivez « ${nearest} ».` : 'Écrivez le nom exact du dossier d’un module.',
  };
}

export function droppedTitle(): Finding {
  return {
    code: 'infobulle-ignoree',
    message: 'Le texte entre guillemets après l’adresse n’est pas affiché : une infobulle n’est pas lisible par tous.',
    remedy: 'Mettez cette information dans le texte.',
  };
}
