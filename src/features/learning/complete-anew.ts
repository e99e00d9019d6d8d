import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { dayDone, type GivenInPerson } from '#domain/progress/day-done.ts';
import { COMPLETION_RULE, PACKAGE_COMPLETION_RULE, type CompletionRule } from '#domain/progress/edition-progress.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { findEditionVersion } from '#features/publishing/versions.ts';
import { recordCompletionWhenDue, writeCompletion, type FollowedEdition } from './record-completion-when-due.ts';
import { ofWindow, type WindowKey } from './window-queries.ts';

/**
 * Once a completion is withdrawn, completes the edition again if what the person did themselves in its window is enough: their reading and
 * an attempt, a package played to its end, an interview. It counts from today, and says the day it was done.
 * @param given lessons that another training in person gave, which the person is no author of
 */
export async function completeByOwnWork(
  trx: Transaction<Database>,
  act: Act,
  key: WindowKey,
  given: GivenInPerson | null,
): Promise<string | null> {
  const followed = await followedOf(trx, key);
  if (!followed) return null;
  const learnersAct: Act = { ...act, by: key.personId };
  const due = await recordCompletionWhenDue(trx, learnersAct, followed, (progress, lessons) =>
    dayDone(progress, lessons, given),
  );
  if (due) return due;
  const other = await findOtherWork(trx, key);
  return other && writeCompletion(trx, learnersAct, followed, other.rule, civilDateOf(other.at));
}

/** Completes the edition again by another training in person, held that day. */
export async function completeByAnotherTraining(
  trx: Transaction<Database>,
  act: Act,
  key: WindowKey,
  doneOn: CivilDate,
): Promise<string | null> {
  const followed = await followedOf(trx, key);
  return followed && writeCompletion(trx, { ...act, by: key.personId }, followed, COMPLETION_RULE, doneOn);
}

async function followedOf(trx: Transaction<Database>, key: WindowKey): Promise<FollowedEdition | null> {
  const version = await findEditionVersion(trx, key.moduleId, key.edition);
  return version && { ...key, versionId: version.id };
}

async function findOtherWork(
  trx: Transaction<Database>,
  { personId, moduleId, edition, window }: WindowKey,
): Promise<{ rule: CompletionRule; at: Instant } | null> {
  const played = await trx
    .selectFrom('package_attempt')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where(ofWindow(window))
    .select((eb) => eb.fn.min('completed_at').as('at'))
    .executeTakeFirst();
  if (played?.at) return { rule: PACKAGE_COMPLETION_RULE, at: played.at as Instant };
  const path = await trx
    .selectFrom('module_path')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where(ofWindow(window))
    .where('interviewed_at', 'is not', null)
    .select('interviewed_at as at')
    .executeTakeFirst();
  return path?.at ? { rule: COMPLETION_RULE, at: path.at as Instant } : null;
}
