import { addDays, type CivilDate } from './civil-date.ts';
import { shortFrenchDate } from './french-dates.ts';

/** « du 01/03/2026 au 31/03/2026 », « depuis le 01/03/2026 », « à partir du 01/12/2026 »; the last day is the one before `to`. */
export function periodWords(from: CivilDate, to: CivilDate | null, today: CivilDate): string {
  const first = shortFrenchDate(from);
  if (to === null) return from > today ? `à partir du ${first}` : `depuis le ${first}`;
  const last = addDays(to, -1);
  return last === from ? `le ${first}` : `du ${first} au ${shortFrenchDate(last)}`;
}
