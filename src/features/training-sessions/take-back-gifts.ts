import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { latestOf } from '#domain/time/civil-date.ts';
import type { GivenInPerson } from '#domain/progress/day-done.ts';
import { completeByAnotherTraining, completeByOwnWork } from '#features/learning/complete-anew.ts';
import type { EditionKey } from '#features/learning/path-queries.ts';
import { takeBackLessons, withdrawCompletion } from '#features/learning/withdraw-completion.ts';
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
    await releaseLessons(trx, moduleId, gift, others);
    if (gift.completionId === null) continue;
    const key = await withdrawCompletion(trx, act, { completionId: gift.completionId, reason });
    if (key === null) continue;
    takenBack.withdrawn += 1;
    if (await completeAnew(trx, act, key, others)) takenBack.replaced += 1;
  }
  return takenBack;
}

/** Lessons that another presence counts for stay as read, and are its own from now on; the others are read no more. */
async function releaseLessons(
  trx: Transaction<Database>,
  moduleId: string,
  { personId, lessons }: KeptGift,
  others: readonly OtherPresence[],
): Promise<void> {
  for (const given of lessons) {
    const other = others.find(({ countedLessons }) => countedLessons?.includes(given.lesson));
    if (other) {
      other.lessons.push(given);
      await keepLessons(trx, other);
    } else await takeBackLessons(trx, { personId, moduleId, edition: given.edition }, [given.lesson]);
  }
}

/** Completes the edition again when something else gives it; true when it does. */
async function completeAnew(
  trx: Transaction<Database>,
  act: Act,
  key: EditionKey,
  others: readonly OtherPresence[],
): Promise<boolean> {
  const [partial, given] = lessonsGivenBy(others, key.edition);
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
  edition: number,
): [OtherPresence | undefined, GivenInPerson | null] {
  const givers = others.filter(({ lessons }) => lessons.some((given) => given.edition === edition));
  if (givers.length === 0) return [undefined, null];
  const lessons = givers.flatMap((giver) =>
    giver.lessons.filter((given) => given.edition === edition).map(({ lesson }) => lesson),
  );
  return [givers[0], { lessons, on: givers.map(({ heldOn }) => heldOn).reduce(latestOf) }];
}
