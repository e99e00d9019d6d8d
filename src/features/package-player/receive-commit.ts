import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Commit, ItemState } from '#domain/packaging/commit.ts';
import { validateData } from '#domain/packaging/data-model/validate-data.ts';
import { isLater, mergeCommit, mergeObjective } from '#domain/packaging/merge-commits.ts';
import { packageCompletion } from '#domain/packaging/package-completion.ts';
import { PACKAGE_COMPLETION_RULE } from '#domain/progress/edition-progress.ts';
import type { Instant } from '#domain/time/instant.ts';
import { findCompletionId } from '#features/learning/queries.ts';
import { writeCompletion } from '#features/learning/record-completion-when-due.ts';
import { findPackageVersion, type PackageVersion } from '#features/packages/find-package-version.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import {
  findAttempt,
  findObjective,
  findReceipt,
  hasLaunch,
  keepItemState,
  keepObjective,
  noteReceived,
  readItemStates,
  type CommittedAttempt,
} from './commit-queries.ts';
import { playedItems, playedOrganization } from './load-launch-plan.ts';

export interface ReceivedCommit {
  attemptId: string;
  commit: Commit;
  now: Instant;
  requestId: string | null;
}

export type ReceiveCommitResult =
  | { kind: 'received'; at: Instant; isComplete: boolean }
  /** A value that the data model does not allow: nothing of the commit is kept. */
  | { kind: 'refused'; element: string; reason: string }
  | { kind: 'unknown' };

/**
 * Takes what an item says, in one transaction with the completion it may give. Sent again it changes nothing; sent late it
 * counts for what was reached, and never replaces what came after it.
 */
export async function receiveCommit(db: Kysely<Database>, received: ReceivedCommit): Promise<ReceiveCommitResult> {
  const { attemptId, commit, now } = received;
  const digest = digestOf(commit);
  return inTransaction(db, async (trx): Promise<ReceiveCommitResult> => {
    const attempt = await findAttempt(trx, attemptId);
    if (!attempt || !(await hasLaunch(trx, attemptId, commit.launch))) return { kind: 'unknown' };
    const package_ = (await findPackageVersion(trx, attempt.versionId))!;
    const refusal = refusalOf(package_, commit);
    if (refusal) return refusal;
    const receipt = await findReceipt(trx, attemptId, commit);
    if (receipt?.digest === digest)
      return { kind: 'received', at: receipt.at, isComplete: attempt.completedAt !== null };
    if (!receipt) await noteReceived(trx, attemptId, commit, { digest, at: now });
    const states = await mergeInto(trx, attempt, package_, received);
    return { kind: 'received', at: now, isComplete: await completeWhenDue(trx, attempt, package_, states, received) };
  });
}

function refusalOf({ manifest }: PackageVersion, commit: Commit): ReceiveCommitResult | null {
  if (!playedItems(manifest).some(({ identifier }) => identifier === commit.item))
    return { kind: 'refused', element: 'item', reason: 'Cet élément n’est pas dans le plan du paquet.' };
  const answer = validateData(manifest.standard, commit.data);
  return answer.kind === 'valid' ? null : { kind: 'refused', element: answer.element, reason: answer.reason };
}

async function mergeInto(
  trx: Transaction<Database>,
  attempt: CommittedAttempt,
  { manifest }: PackageVersion,
  { commit, now }: ReceivedCommit,
): Promise<Map<string, ItemState>> {
  const states = await readItemStates(trx, attempt.attemptId);
  const isLatest = [...states.values()].every((state) => !isLater(state, commit));
  const merged = mergeCommit(manifest.standard, states.get(commit.item) ?? null, commit);
  states.set(commit.item, merged);
  await keepItemState(trx, attempt.attemptId, merged, now);
  // The engine's state is of the whole attempt: an older one would set it back.
  if (isLatest && manifest.standard !== 'scorm12')
    await trx
      .updateTable('package_attempt')
      .set({ sequencing: commit.sequencing, shared_data: JSON.stringify(commit.sharedData) })
      .where('id', '=', attempt.attemptId)
      .execute();
  const scope = playedOrganization(manifest).objectivesGlobalToSystem ? '' : attempt.attemptId;
  if (isLatest)
    for (const [objective, said] of Object.entries(commit.objectives)) {
      const key = { personId: attempt.personId, scope, objective };
      await keepObjective(trx, key, mergeObjective(await findObjective(trx, key), said), now);
    }
  return states;
}

async function completeWhenDue(
  trx: Transaction<Database>,
  { attemptId, completedAt, ...followed }: CommittedAttempt,
  { manifest, completionRule }: PackageVersion,
  states: ReadonlyMap<string, ItemState>,
  { now, requestId }: ReceivedCommit,
): Promise<boolean> {
  if (completedAt !== null) return true;
  if (!packageCompletion(manifest, completionRule, states, new Set()).isComplete) return false;
  if (!(await findCompletionId(trx, followed)))
    await writeCompletion(trx, { by: followed.personId, at: now, requestId }, followed, PACKAGE_COMPLETION_RULE);
  await trx.updateTable('package_attempt').set({ completed_at: now }).where('id', '=', attemptId).execute();
  return true;
}

function digestOf(commit: Commit): string {
  return createHash('sha256').update(JSON.stringify(commit)).digest('hex');
}
