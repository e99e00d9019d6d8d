import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Commit, GlobalObjective, ItemState } from '#domain/packaging/commit.ts';
import type { PackageStandard } from '#domain/packaging/manifest.ts';
import { isLater, mergeCommit, mergeObjective } from '#domain/packaging/merge-commits.ts';
import { reportedOutcome } from '#domain/packaging/reported-outcome.ts';
import { anyHistory, anyStandard, commitOf } from './arbitrary-commits.ts';

const mergeAll = (standard: PackageStandard, commits: readonly Commit[]): ItemState | null =>
  commits.reduce<ItemState | null>((state, commit) => mergeCommit(standard, state, commit), null);

/** The same by the long way: everything is sorted, and every question asked of everything that was ever said. */
function slowState(standard: PackageStandard, commits: readonly Commit[]): ItemState | null {
  const inOrder = commits.toSorted((a, b) => a.launch - b.launch || a.sequence - b.sequence);
  const last = inOrder.at(-1);
  if (!last) return null;
  const said = inOrder.flatMap((commit) => [
    reportedOutcome(standard, commit.data, commit.isTerminated),
    ...(commit.reached ? [commit.reached] : []),
  ]);
  const completions = said.map(({ completion }) => completion);
  const successes = said.map(({ success }) => success);
  const best = (numbers: (number | null)[]): number | null => {
    const known = numbers.filter((one) => one !== null);
    return known.length === 0 ? null : Math.max(...known);
  };
  const secondsByLaunch: Record<string, number> = {};
  for (const { launch } of inOrder)
    secondsByLaunch[launch] = Math.max(
      ...inOrder.filter((commit) => commit.launch === launch).map(({ sessionSeconds }) => sessionSeconds),
    );
  return {
    item: last.item,
    launch: last.launch,
    sequence: last.sequence,
    data: last.data,
    completion: completions.includes('completed')
      ? 'completed'
      : completions.includes('incomplete')
        ? 'incomplete'
        : 'unknown',
    success: successes.includes('passed') ? 'passed' : successes.includes('failed') ? 'failed' : 'unknown',
    scaledScore: best(said.map(({ scaledScore }) => scaledScore)),
    progress: best(said.map(({ progress }) => progress)),
    hasEnded: said.some(({ hasEnded }) => hasEnded),
    secondsByLaunch,
  };
}

const histories = anyStandard.chain((standard) =>
  anyHistory(standard).chain((commits) =>
    fc.record({
      standard: fc.constant(standard),
      commits: fc.constant(commits),
      shuffled: fc.shuffledSubarray(commits, { minLength: commits.length, maxLength: commits.length }),
      some: fc.shuffledSubarray(commits),
      kept: fc.subarray(commits),
    }),
  ),
);

describe('merging commits', () => {
  it('gives what the long way gives, in any order', () => {
    fc.assert(
      fc.property(histories, ({ standard, commits, shuffled }) => {
        const expected = slowState(standard, commits);
        expect(mergeAll(standard, commits)).toEqual(expected);
        expect(mergeAll(standard, shuffled)).toEqual(expected);
      }),
    );
  });

  it('gives the long way’s state of those that came, when any are lost', () => {
    fc.assert(
      fc.property(histories, ({ standard, some }) => {
        expect(mergeAll(standard, some)).toEqual(slowState(standard, some));
      }),
    );
  });

  it('loses nothing when earlier commits of a launch are lost, repeated or late', () => {
    fc.assert(
      fc.property(histories, ({ standard, commits, some, kept }) => {
        const lastOfEach = commits.filter(
          (commit) => !commits.some((other) => other.launch === commit.launch && isLater(other, commit)),
        );
        expect(mergeAll(standard, [...kept, ...lastOfEach, ...some])).toEqual(mergeAll(standard, commits));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(histories, ({ standard, commits, some }) => {
        const state = mergeAll(standard, commits);
        expect(some.reduce((merged, commit) => mergeCommit(standard, merged, commit), state)).toEqual(state);
      }),
    );
  });

  it('never takes back a completion, a success, a score, a progress or a time', () => {
    fc.assert(
      fc.property(histories, ({ standard, shuffled }) => {
        let before: ItemState | null = null;
        for (const commit of shuffled) {
          const after = mergeCommit(standard, before, commit);
          if (before) expectNoStepBack(before, after);
          before = after;
        }
      }),
    );
  });

  it('keeps a pass that a lost commit said, by what the next one has reached', () => {
    const reached = reportedOutcome('scorm12', { cmi: { core: { lesson_status: 'passed', score: { raw: '90' } } } });
    const later = commitOf({ sequence: 2, data: { cmi: { core: { lesson_status: 'incomplete' } } }, reached });
    expect(mergeCommit('scorm12', null, later)).toMatchObject({
      completion: 'completed',
      success: 'passed',
      scaledScore: 0.9,
    });
  });

  it('lets an older launch’s late commit count for what it reached and not for the data', () => {
    const newer = commitOf({ launch: 2, data: { cmi: { core: { lesson_location: 'p7' } } }, sessionSeconds: 5 });
    const late = commitOf({
      launch: 1,
      sequence: 99,
      data: { cmi: { core: { lesson_location: 'p3', lesson_status: 'completed' } } },
      sessionSeconds: 60,
    });
    expect(mergeAll('scorm12', [newer, late])).toMatchObject({
      launch: 2,
      sequence: 1,
      data: newer.data,
      completion: 'completed',
      secondsByLaunch: { 1: 60, 2: 5 },
    });
  });
});

const COMPLETIONS = ['unknown', 'incomplete', 'completed'];
const SUCCESSES = ['unknown', 'failed', 'passed'];

function expectNoStepBack(before: ItemState, after: ItemState): void {
  expect(COMPLETIONS.indexOf(after.completion)).toBeGreaterThanOrEqual(COMPLETIONS.indexOf(before.completion));
  expect(SUCCESSES.indexOf(after.success)).toBeGreaterThanOrEqual(SUCCESSES.indexOf(before.success));
  expect(after.scaledScore ?? -2).toBeGreaterThanOrEqual(before.scaledScore ?? -2);
  expect(after.progress ?? -1).toBeGreaterThanOrEqual(before.progress ?? -1);
  expect(after.hasEnded || !before.hasEnded).toBe(true);
  expect(isLater(before, after)).toBe(false);
  for (const [launch, seconds] of Object.entries(before.secondsByLaunch))
    expect(after.secondsByLaunch[launch]).toBeGreaterThanOrEqual(seconds);
}

describe('merging what is said of a global objective', () => {
  const nothing: GlobalObjective = {
    satisfied: null,
    measure: null,
    completed: null,
    progress: null,
    raw: null,
    min: null,
    max: null,
  };

  it('replaces what is said and leaves the rest', () => {
    const before = { ...nothing, satisfied: true, measure: 0.8 };
    expect(mergeObjective(before, { ...nothing, satisfied: false, completed: true })).toEqual({
      ...before,
      satisfied: false,
      completed: true,
    });
    expect(mergeObjective(null, before)).toEqual(before);
  });
});
