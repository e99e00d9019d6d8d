import type { Commit, GlobalObjective, ItemState, Outcome } from './commit.ts';
import { reportedOutcome } from './reported-outcome.ts';
import type { PackageStandard } from './manifest.ts';

/**
 * The state of an item once a commit has come, whatever the order they come in: the data is that of the latest, by launch and
 * then sequence, and what was once reached stays. `completed` and `passed` are never lost, the best score is kept, and the
 * time of a launch only grows. Merging is commutative, associative and idempotent.
 */
export function mergeCommit(standard: PackageStandard, state: ItemState | null, commit: Commit): ItemState {
  const said = reportedOutcome(standard, commit.data, commit.isTerminated);
  const alone: ItemState = {
    item: commit.item,
    launch: commit.launch,
    sequence: commit.sequence,
    data: commit.data,
    ...furthest(commit.reached ?? null, said),
    secondsByLaunch: { [commit.launch]: commit.sessionSeconds },
  };
  return state ? mergeStates(state, alone) : alone;
}

const COMPLETIONS = ['unknown', 'incomplete', 'completed'] as const;
const SUCCESSES = ['unknown', 'failed', 'passed'] as const;

function mergeStates(one: ItemState, other: ItemState): ItemState {
  const latest = isLater(other, one) ? other : one;
  return {
    item: one.item,
    launch: latest.launch,
    sequence: latest.sequence,
    data: latest.data,
    ...furthest(one, other),
    secondsByLaunch: greaterOfEach(one.secondsByLaunch, other.secondsByLaunch),
  };
}

/** The furthest of what two outcomes say, part by part. */
export function furthest(one: Outcome | null, other: Outcome): Outcome {
  return {
    completion: further(COMPLETIONS, one?.completion ?? 'unknown', other.completion),
    success: further(SUCCESSES, one?.success ?? 'unknown', other.success),
    scaledScore: greater(one?.scaledScore ?? null, other.scaledScore),
    progress: greater(one?.progress ?? null, other.progress),
    hasEnded: (one?.hasEnded ?? false) || other.hasEnded,
  };
}

/** Whether two outcomes say the same. */
export function isAsFar(one: Outcome, other: Outcome): boolean {
  return (
    one.completion === other.completion &&
    one.success === other.success &&
    one.scaledScore === other.scaledScore &&
    one.progress === other.progress &&
    one.hasEnded === other.hasEnded
  );
}

/** Whether a commit, or a state, is later than another: by launch, then by sequence. */
export function isLater(one: Pick<Commit, 'launch' | 'sequence'>, other: Pick<Commit, 'launch' | 'sequence'>): boolean {
  return one.launch > other.launch || (one.launch === other.launch && one.sequence > other.sequence);
}

/** A global objective once another statement of it has come: what is said replaces, what is not said stays. */
export function mergeObjective(before: GlobalObjective | null, said: GlobalObjective): GlobalObjective {
  if (!before) return said;
  return {
    satisfied: said.satisfied ?? before.satisfied,
    measure: said.measure ?? before.measure,
    completed: said.completed ?? before.completed,
    progress: said.progress ?? before.progress,
    raw: said.raw ?? before.raw,
    min: said.min ?? before.min,
    max: said.max ?? before.max,
  };
}

function further<Value extends string>(order: readonly Value[], one: Value, other: Value): Value {
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}

function greater(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

function greaterOfEach(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const launches = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort((a, b) => Number(a) - Number(b));
  return Object.fromEntries(launches.map((launch) => [launch, Math.max(one[launch] ?? 0, other[launch] ?? 0)]));
}
