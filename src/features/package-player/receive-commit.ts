import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Commit } from '#domain/packaging/commit.ts';
import { validateData } from '#domain/packaging/data-model/validate-data.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import { isAsFar, mergeCommit, mergeObjective } from '#domain/packaging/merge-commits.ts';
import { packageCompletion } from '#domain/packaging/package-completion.ts';
import { PACKAGE_COMPLETION_RULE } from '#domain/progress/edition-progress.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { findCompletionId } from '#features/learning/queries.ts';
import { writeCompletion } from '#features/learning/record-completion-when-due.ts';
import { findWindow } from '#features/learning/window-queries.ts';
import { inSharedTransaction } from '#platform/db/in-shared-transaction.ts';
import {
  findItemState,
  findLaunchedAttempt,
  findReceipt,
  isOvertaken,
  keepItemState,
  noteReceived,
  readOutcomes,
  type CommittedAttempt,
  type LaunchedAttempt,
} from './commit-queries.ts';
import { knownManifest } from './known-manifests.ts';
import { playedItems, playedOrganization } from './load-launch-plan.ts';
import { objectiveScope } from './objective-scope.ts';
import { findObjective, keepObjective, readObjectives } from './objective-queries.ts';

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
 * Takes what an item says, in one transaction with the completion it may give. Sent again it changes nothing; sent late, even
 * once its attempt is closed or its launch has expired, it counts for what was reached and never replaces what came after it.
 */
export async function receiveCommit(db: Kysely<Database>, received: ReceivedCommit): Promise<ReceiveCommitResult> {
  const { attemptId, commit, now } = received;
  const digest = digestOf(commit);
  return inSharedTransaction(db, async (trx): Promise<ReceiveCommitResult> => {
    const attempt = await findLaunchedAttempt(trx, attemptId, commit.launch);
    if (!attempt) return { kind: 'unknown' };
    const receipt = await findReceipt(trx, attemptId, commit);
    if (receipt?.digest === digest)
      return { kind: 'received', at: receipt.at, isComplete: attempt.completedAt !== null };
    const manifest = await knownManifest(trx, attempt.deliveryId);
    const refusal = refusalOf(manifest, commit);
    if (refusal) return refusal;
    const hasNews = await mergeInto(trx, attempt, manifest, received);
    if (!receipt) await noteReceived(trx, attemptId, commit, { digest, at: now });
    const isComplete = hasNews ? await completeWhenDue(trx, attempt, manifest, received) : attempt.completedAt !== null;
    return { kind: 'received', at: now, isComplete };
  });
}

function refusalOf(manifest: PackageManifest, commit: Commit): ReceiveCommitResult | null {
  if (!playedItems(manifest).some(({ identifier }) => identifier === commit.item))
    return { kind: 'refused', element: 'item', reason: 'Cet élément n’est pas dans le plan du paquet.' };
  const answer = validateData(manifest.standard, commit.data);
  return answer.kind === 'valid' ? null : { kind: 'refused', element: answer.element, reason: answer.reason };
}

/** Gives whether anything changed that a completion depends on; a bookmark does not. */
async function mergeInto(
  trx: Transaction<Database>,
  attempt: LaunchedAttempt,
  manifest: PackageManifest,
  { commit, now }: ReceivedCommit,
): Promise<boolean> {
  const { attemptId } = attempt;
  const before = await findItemState(trx, attemptId, commit.item);
  const state = mergeCommit(manifest.standard, before, commit);
  await keepItemState(trx, attemptId, state, now);
  // A correction of the package is played from another launch on, and may ask for something else.
  const isFurther = before === null || before.launch !== state.launch || !isAsFar(before, state);
  // What is of the whole attempt, an older commit would set back.
  if (manifest.standard === 'scorm12' || (await isOvertaken(trx, attemptId, commit))) return isFurther;
  await keepCourse(trx, attempt, manifest, commit);
  const scope = objectiveScope(attempt, playedOrganization(manifest));
  let hasObjective = false;
  for (const objective of namedObjectives(manifest)) {
    if (!Object.hasOwn(commit.objectives, objective)) continue;
    hasObjective = true;
    const key = { personId: attempt.personId, scope, objective };
    await keepObjective(trx, key, mergeObjective(await findObjective(trx, key), commit.objectives[objective]!), now);
  }
  return isFurther || hasObjective;
}

/** The state of the sequencing engine, where the commit has one, and the shared data that the manifest names. */
async function keepCourse(
  trx: Transaction<Database>,
  { attemptId }: CommittedAttempt,
  manifest: PackageManifest,
  { sequencing, sharedData }: Commit,
): Promise<void> {
  const named = new Set(playedItems(manifest).flatMap((item) => item.sharedData.map(({ targetId }) => targetId)));
  const shared = Object.fromEntries(Object.entries(sharedData).filter(([identifier]) => named.has(identifier)));
  await trx
    .updateTable('package_attempt')
    .set({ ...(sequencing !== null && { sequencing }), shared_data: JSON.stringify(shared) })
    .where('id', '=', attemptId)
    .execute();
}

/** The global objectives that the plan reads or writes: nobody fills the table with others. */
function namedObjectives(manifest: PackageManifest): Set<string> {
  const { sequencing } = playedOrganization(manifest);
  return new Set(
    [sequencing, ...playedItems(manifest).map((item) => item.sequencing)]
      .flatMap((own) => own?.objectives ?? [])
      .flatMap(({ maps }) => maps.map(({ target }) => target)),
  );
}

/** Completes the module in the window that the attempt is of. Facts do not go backwards: a completed attempt is not judged again. */
async function completeWhenDue(
  trx: Transaction<Database>,
  attempt: LaunchedAttempt,
  manifest: PackageManifest,
  { now, requestId }: ReceivedCommit,
): Promise<boolean> {
  const { attemptId, completedAt, completionRule, personId, moduleId, edition, versionId, windowFrom } = attempt;
  if (completedAt !== null) return true;
  const states = await readOutcomes(trx, attemptId);
  const scope = objectiveScope(attempt, playedOrganization(manifest));
  const objectives = manifest.standard === 'scorm12' ? undefined : await readObjectives(trx, { personId, scope });
  if (!packageCompletion(manifest, completionRule, states, new Set(), objectives).isComplete) return false;
  const key = { personId, moduleId, edition };
  const window = await findWindow(trx, key, { today: civilDateOf(now), day: windowFrom });
  if (!(await findCompletionId(trx, { ...key, window })))
    await writeCompletion(
      trx,
      { by: personId, at: now, requestId },
      { ...key, window, versionId },
      PACKAGE_COMPLETION_RULE,
    );
  await trx.updateTable('package_attempt').set({ completed_at: now }).where('id', '=', attemptId).execute();
  return true;
}

function digestOf(commit: Commit): string {
  return createHash('sha256').update(JSON.stringify(commit)).digest('hex');
}
