import { frenchDate } from '#domain/time/french-dates.ts';
import type { PersonLine } from './person-line.ts';
import { versionNumbers } from './version-words.ts';

/** Where a person stands, in a sentence: obligation facts alone, never how they got there (DESIGN §8). */
export function standingSentence({ standing, versions }: Pick<PersonLine, 'standing' | 'versions'>): string {
  if (!standing) return 'Non concerné à cette date.';
  const since = standing.since ? frenchDate(standing.since) : null;
  switch (standing.state) {
    case 'done':
      return `Terminé le ${since}${versions.length > 0 ? `, version ${versionNumbers(versions)}` : ''}.`;
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
