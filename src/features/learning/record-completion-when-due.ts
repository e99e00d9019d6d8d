import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import {
  completionDue,
  NO_PROGRESS,
  withEvent,
  type CompletionRule,
  type EditionProgress,
} from '#domain/progress/edition-progress.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { findVersion } from '#features/publishing/versions.ts';
import { newId } from '#platform/ids.ts';
import { findCompletionId, listWindowEvents } from './queries.ts';
import type { WindowKey } from './window-queries.ts';

export interface FollowedEdition extends WindowKey {
  /** The version whose lessons count, and which the completion names. */
  versionId: string;
}

/**
 * Writes the completion as soon as nothing is missing, in the transaction of whatever came last (DESIGN §6).
 * Returns its id, the same one as long as the window lasts and it is not withdrawn; null while it is not due.
 * @param doneOn the day it was done, when that is not the day of the act
 */
export async function recordCompletionWhenDue(
  trx: Transaction<Database>,
  act: Act,
  followed: FollowedEdition,
  doneOn?: (progress: EditionProgress, lessons: readonly string[]) => CivilDate,
): Promise<string | null> {
  const recorded = await findCompletionId(trx, followed);
  if (recorded) return recorded;
  const version = await findVersion(trx, followed.versionId);
  if (!version) throw new Error(`No version ${followed.versionId}`);
  const progress = (await listWindowEvents(trx, followed)).reduce(withEvent, NO_PROGRESS);
  const lessons = version.module.lessons.map((lesson) => lesson.slug);
  const due = completionDue(progress, lessons);
  return due ? writeCompletion(trx, act, followed, due.rule, doneOn?.(progress, lessons)) : null;
}

/** Writes a completion and its line in the journal, the same whatever led to it; returns its id. */
export async function writeCompletion(
  trx: Transaction<Database>,
  act: Act,
  { personId, moduleId, edition, window, versionId }: FollowedEdition,
  rule: CompletionRule,
  doneOn = civilDateOf(act.at),
): Promise<string> {
  const id = newId();
  await trx
    .insertInto('completion')
    .values({
      id,
      person_id: personId,
      module_id: moduleId,
      edition,
      window_from: window.from,
      version_id: versionId,
      rule,
      // The act's time even if all was done before a correction made it enough: a past date's report must not change.
      completed_at: act.at,
      completed_on: civilDateOf(act.at),
      done_on: doneOn,
    })
    .execute();
  await recordDeed(trx, act, {
    verb: 'module:complete',
    subjectKind: 'module',
    subjectId: moduleId,
    detail: { edition, version: versionId, completion: id },
  });
  return id;
}
