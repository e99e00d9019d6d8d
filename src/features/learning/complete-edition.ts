import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { COMPLETION_RULE } from '#domain/progress/edition-progress.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';
import { beginEdition } from './begin-module.ts';
import { followedKey, type Followed } from './followed-version.ts';
import type { Gift } from './gift.ts';
import { findCompletionId } from './queries.ts';
import { writeCompletion } from './record-completion-when-due.ts';
import { findWindow, hasBegun } from './window-queries.ts';

/**
 * Completes an edition in a window for somebody who followed it with a trainer: the facts are written and journaled as if the person had
 * finished alone, so that nobody can tell (DESIGN §8). Returns its id; null when it was completed already: then nothing changes.
 * @param doneOn the day of the training, when it is recorded later
 */
export async function completeEdition(
  trx: Transaction<Database>,
  act: Act,
  { version, window }: Pick<Followed, 'version' | 'window'>,
  personId: string,
  doneOn?: CivilDate,
): Promise<string | null> {
  const key = followedKey(personId, { version, window });
  if (await findCompletionId(trx, key)) return null;
  const learnersAct: Act = { ...act, by: personId };
  if (!(await hasBegun(trx, key))) await beginEdition(trx, learnersAct, { version, window });
  return writeCompletion(trx, learnersAct, { ...key, versionId: version.id }, COMPLETION_RULE, doneOn);
}

/**
 * Completes the live edition of a module, followed in person on a day, for each of these persons, in the window of that day.
 * Returns what each of them was given; null when nothing of the module is published.
 */
export async function completeLiveEdition(
  trx: Transaction<Database>,
  act: Act,
  { code, personIds, doneOn }: { code: string; personIds: readonly string[]; doneOn: CivilDate },
): Promise<Gift[] | null> {
  const version = await findLiveVersion(trx, code);
  if (!version) return null;
  const gifts: Gift[] = [];
  for (const personId of personIds) {
    const key = { personId, moduleId: version.moduleId, edition: version.edition };
    const window = await findWindow(trx, key, { today: civilDateOf(act.at), day: doneOn });
    const completionId = await completeEdition(trx, act, { version, window }, personId, doneOn);
    gifts.push({ personId, completionId, lessons: [] });
  }
  return gifts;
}
