import { frenchDate } from '#domain/time/french-dates.ts';
import type { Again } from './load-parcours-page.ts';

/** Why a module that was done is asked for again, under the name of the programme that asks. */
export function againWords({ countsFrom, deadline, isDue }: Again): string {
  return isDue
    ? `À refaire : ce parcours compte ce qui est terminé depuis le ${frenchDate(countsFrom)}.`
    : `À refaire à partir du ${frenchDate(countsFrom)}, au plus tard le ${frenchDate(deadline)}.`;
}
