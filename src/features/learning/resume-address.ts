import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NO_PROGRESS, withEvent, type EditionProgress } from '#domain/progress/edition-progress.ts';
import { isOfWindow } from '#domain/progress/module-window.ts';
import { nextStep } from '#domain/progress/next-step.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { assessmentAddress, lessonAddress, moduleAddress, playerAddress } from './addresses.ts';
import { findFollowed, type Followed } from './followed-version.ts';
import { isPackage } from './is-package.ts';

/** Where « Reprendre » leads in a module. */
export async function findResumeAddress(
  db: Kysely<Database>,
  personId: string,
  asked: { code: string; today: CivilDate },
): Promise<string> {
  const followed = await findFollowed(db, personId, asked);
  return followed ? resumeAddress(followed) : moduleAddress(asked.code);
}

/** The passage to go on from, the lesson to go on with, the assessment when all are read, else the module's page. */
export function resumeAddress(followed: Followed): string {
  const { code, module } = followed.version;
  if (isPackage(module)) return playerAddress(code);
  const slugs = module.lessons.map((lesson) => lesson.slug);
  const step = nextStep(progressOf(followed), slugs, followed.learner.place?.lesson ?? null);
  if (step.step === 'assessment') return assessmentAddress(code);
  const lesson = step.step === 'lesson' ? module.lessons.find((known) => known.slug === step.lesson) : undefined;
  if (!lesson) return moduleAddress(code);
  const { place } = followed.learner;
  const anchor = place?.lesson === lesson.slug && place.anchor !== null ? `#${encodeURIComponent(place.anchor)}` : '';
  return lessonAddress(code, lesson.number) + anchor;
}

/** What a person has done in the edition they follow, in the window they follow it in. */
export function progressOf({ learner, window, isBegun }: Followed): EditionProgress {
  if (!isBegun) return NO_PROGRESS;
  return learner.events.filter(({ windowFrom }) => isOfWindow(window, windowFrom)).reduce(withEvent, NO_PROGRESS);
}
