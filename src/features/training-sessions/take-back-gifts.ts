import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { GivenInPerson } from '#domain/progress/day-done.ts';
import { isOfWindow, type ModuleWindow } from '#domain/progress/module-window.ts';
import { civilDateOf, latestOf } from '#domain/time/civil-date.ts';
import type { LessonOfWindow } from '#features/learning/gift.ts';
import { completeByAnotherTraining, completeByOwnWork } from '#features/learning/complete-anew.ts';
import { findWindow, type WindowKey } from '#features/learning/window-queries.ts';
import { takeBackLesson, withdrawCompletion } from '#features/learning/withdraw-completion.ts';
import { keepCompletion, keepLessons, listOtherPresences, type KeptGift, type OtherPresence } from './gift-queries.ts';

export interface TakenBack {
  /** Completions withdrawn. */
  withdrawn: number;
  /** Of those, replaced at once by what gives them all the same: the person's own work, or another session. */
  replaced: number;
}

/** Takes back what presences gave that were none, or that count no more; past days keep their figures. */
export async function takeBackGifts(
  trx: Transaction<Database>,
  act: Act,
  { sessionId, moduleId, reason }: { sessionId: string; moduleId: string; reason: string },
  gifts: readonly KeptGift[],
): Promise<TakenBack> {
  const takenBack: TakenBack = { withdrawn: 0, replaced: 0 };
  for (const gift of gifts) {
    const others = await listOtherPresences(trx, { personId: gift.personId, moduleId, sessionId });
    await releaseLessons(trx, act, moduleId, gift, others);
    if (gift.completionId === null) continue;
    const withdrawn = await withdrawCompletion(trx, act, { completionId: gift.completionId, reason });
    if (withdrawn === null) continue;
    takenBack.withdrawn += 1;
    const window = await findWindow(trx, withdrawn, { today: civilDateOf(act.at), day: withdrawn.countedOn });
    if (await completeAnew(trx, act, { ...withdrawn, window }, heldIn(window, others))) takenBack.replaced += 1;
  }
  return takenBack;
}

/** What was attended in a window: it answers for nothing of another one. */
function heldIn(window: ModuleWindow, presences: readonly OtherPresence[]): OtherPresence[] {
  return presences.filter(({ heldOn }) => isOfWindow(window, heldOn));
}

/** Lessons that another presence counts for stay as read, and are its own from now on; the others are read no more. */
async function releaseLessons(
  trx: Transaction<Database>,
  act: Act,
  moduleId: string,
  { personId, lessons }: KeptGift,
  others: readonly OtherPresence[],
): Promise<void> {
  for (const given of lessons) {
    const key = { personId, moduleId, edition: given.edition };
    const window = await findWindow(trx, key, { today: civilDateOf(act.at), day: given.windowFrom });
    const other = heldIn(window, others).find(({ countedLessons }) => countedLessons?.includes(given.lesson));
    if (other) {
      other.lessons.push(given);
      await keepLessons(trx, other);
    } else await takeBackLesson(trx, key, given);
  }
}

/** Completes the edition again when something else gives it in that window; true when it does. */
async function completeAnew(
  trx: Transaction<Database>,
  act: Act,
  key: WindowKey,
  others: readonly OtherPresence[],
): Promise<boolean> {
  const [partial, given] = lessonsGivenBy(others, key);
  const byOwnWork = await completeByOwnWork(trx, act, key, given);
  if (byOwnWork) {
    if (partial) await keepCompletion(trx, partial.attendanceId, byOwnWork);
    return true;
  }
  const whole = others.findLast(({ countedLessons, liveEdition }) => !countedLessons && liveEdition === key.edition);
  if (!whole) return false;
  const byTraining = await completeByAnotherTraining(trx, act, key, whole.heldOn);
  if (byTraining) await keepCompletion(trx, whole.attendanceId, byTraining);
  return byTraining !== null;
}

/** The presence that answers for lessons of an edition, and all lessons of it that were given in person. */
function lessonsGivenBy(
  others: readonly OtherPresence[],
  { edition, window }: WindowKey,
): [OtherPresence | undefined, GivenInPerson | null] {
  const isOfIt = (given: LessonOfWindow) => given.edition === edition && isOfWindow(window, given.windowFrom);
  const givers = others.filter(({ lessons }) => lessons.some(isOfIt));
  if (givers.length === 0) return [undefined, null];
  const lessons = givers.flatMap((giver) => giver.lessons.filter(isOfIt).map(({ lesson }) => lesson));
  return [givers[0], { lessons, on: givers.map(({ heldOn }) => heldOn).reduce(latestOf) }];
}
