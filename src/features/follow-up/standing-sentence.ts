import { latestOf, type CivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import type { CompletedVersion } from './person-facts-queries.ts';
import type { PersonLine } from './person-line.ts';
import { versionNumbers } from './version-words.ts';

/** Where a person stands, in a sentence: obligation facts alone, never how they got there (DESIGN §8). */
export function standingSentence({ standing, versions }: Pick<PersonLine, 'standing' | 'versions'>): string {
  if (!standing) return 'Non concerné à cette date.';
  const since = standing.since ? frenchDate(standing.since) : null;
  switch (standing.state) {
    case 'done':
      return `Terminé le ${doneWords(standing.since!, versions)}${versions.length > 0 ? `, version ${versionNumbers(versions)}` : ''}.`;
    case 'done-elsewhere':
      return `Équivalence comptée depuis le ${since}.`;
    case 'exempt':
      return `Dispensé depuis le ${since}.`;
    case 'absent':
      return `Absent depuis le ${since}.`;
    case 'in-progress':
      return `Commencé le ${since}.`;
    case 'not-started':
      return 'Désigné, rien de commencé.';
  }
}

/** « 4 janvier 2027 », or « 30 décembre 2026, compté depuis le 4 janvier 2027 » for what was recorded some days after it was done. */
function doneWords(countedFrom: CivilDate, versions: readonly CompletedVersion[]): string {
  const doneOn = lastDoneOn(versions);
  if (doneOn === null || doneOn >= countedFrom) return frenchDate(countedFrom);
  return `${frenchDate(doneOn)}, compté depuis le ${frenchDate(countedFrom)}`;
}

/** The day the last of these modules was done; null without one. */
export function lastDoneOn(versions: readonly CompletedVersion[]): CivilDate | null {
  const days = versions.flatMap(({ doneOn }) => doneOn ?? []);
  return days.length === 0 ? null : days.reduce(latestOf);
}
