import { civilDateOf, latestOf, type CivilDate } from '../time/civil-date.ts';
import type { EditionProgress } from './edition-progress.ts';

/** Lessons of an edition that were given in person, and the day of that. */
export interface GivenInPerson {
  lessons: readonly string[];
  on: CivilDate;
}

/**
 * The day a completed edition was done: that of the last thing the person did, or of the training in person that gave lessons.
 * @param given null when every lesson was read by the person
 */
export function dayDone(
  { passedAt, readAt }: EditionProgress,
  lessons: readonly string[],
  given: GivenInPerson | null,
): CivilDate {
  const own = lessons.filter((lesson) => !given?.lessons.includes(lesson)).map((lesson) => readAt[lesson]);
  const days = [passedAt, ...own].flatMap((at) => (at ? civilDateOf(at) : []));
  if (given) days.push(given.on);
  return days.reduce(latestOf);
}
