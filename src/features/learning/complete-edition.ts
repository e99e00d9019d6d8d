import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { COMPLETION_RULE } from '#domain/progress/edition-progress.ts';
import { findLiveVersion, type PublishedVersion } from '#features/publishing/versions.ts';
import { beginEdition } from './begin-module.ts';
import { hasBegun } from './path-queries.ts';
import { findCompletionId } from './queries.ts';
import { writeCompletion } from './record-completion-when-due.ts';

/**
 * Completes an edition for somebody who followed it with a trainer: the facts are written and journaled as if the person had
 * finished alone, so that nobody can tell (DESIGN §8). False when it was completed already: then nothing changes.
 */
export async function completeEdition(
  trx: Transaction<Database>,
  act: Act,
  version: PublishedVersion,
  personId: string,
): Promise<boolean> {
  const key = { personId, moduleId: version.moduleId, edition: version.edition };
  if (await findCompletionId(trx, key)) return false;
  const learnersAct: Act = { ...act, by: personId };
  if (!(await hasBegun(trx, key))) await beginEdition(trx, learnersAct, version);
  await writeCompletion(trx, learnersAct, { ...key, versionId: version.id }, COMPLETION_RULE);
  return true;
}

/**
 * Completes the live edition of a module for each of these persons.
 * Returns how many completions are new; null when nothing of the module is published.
 */
export async function completeLiveEdition(
  trx: Transaction<Database>,
  act: Act,
  { code, personIds }: { code: string; personIds: readonly string[] },
): Promise<number | null> {
  const version = await findLiveVersion(trx, code);
  if (!version) return null;
  let completed = 0;
  for (const personId of personIds) if (await completeEdition(trx, act, version, personId)) completed += 1;
  return completed;
}
