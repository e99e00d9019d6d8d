import { frenchDate } from '#domain/time/french-dates.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Finding } from '../problem.ts';

/** What can be wrong with what a module states and with what supports it, said to a trainer. */

export function unsourcedArticle(article: string): Finding {
  return {
    code: 'article-sans-source',
    message: `L’article ${article} est cité, mais aucune Reference ni aucune source du module ne le porte.`,
    remedy: `Ajoutez-le aux « sources: » de l’en-tête (enonce, source, article: ${article}, confiance, verifie), ou dans une <Reference article="${article}" …>.`,
  };
}

export function overdueStatement(what: string, verifiedOn: CivilDate, dueOn: CivilDate): Finding {
  return {
    code: 'relecture-echue',
    message: `« ${what} », vérifié le ${frenchDate(verifiedOn)}, était à relire au plus tard le ${frenchDate(dueOn)}.`,
    remedy:
      'Comparez-le au texte en vigueur, corrigez-le s’il le faut, puis mettez la date de ce jour dans « verifie ».',
  };
}

export function verifiedLater(what: string, verifiedOn: CivilDate): Finding {
  return {
    code: 'verification-a-venir',
    message: `« ${what} » est dit vérifié le ${frenchDate(verifiedOn)}, un jour qui n’est pas encore venu.`,
    remedy: 'Mettez dans « verifie » la date du jour où vous l’avez comparé au texte en vigueur.',
  };
}
