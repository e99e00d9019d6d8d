import fc from 'fast-check';
import type { Commit, Outcome, RuntimeData } from '#domain/packaging/commit.ts';
import type { PackageStandard } from '#domain/packaging/manifest.ts';
import { furthest } from '#domain/packaging/merge-commits.ts';
import { reportedOutcome } from '#domain/packaging/reported-outcome.ts';

/** A commit that says nothing yet, with what a test is about. */
export function commitOf(said: Partial<Commit> = {}): Commit {
  return {
    item: 'lecon',
    launch: 1,
    sequence: 1,
    data: {},
    sessionSeconds: 0,
    sequencing: null,
    objectives: {},
    sharedData: {},
    isTerminated: false,
    reached: null,
    ...said,
  };
}

const twoDigits = fc.integer({ min: 0, max: 100 }).map(String);

const data12: fc.Arbitrary<RuntimeData> = fc
  .record({
    lesson_status: fc.constantFrom('not attempted', 'incomplete', 'browsed', 'completed', 'failed', 'passed', ''),
    exit: fc.constantFrom('', 'suspend', 'logout'),
    lesson_location: fc.string({ maxLength: 5 }),
    score: fc.record({
      raw: fc.oneof(fc.constant(''), twoDigits),
      min: fc.constantFrom('', '0'),
      max: fc.constant('100'),
    }),
  })
  .map((core) => ({ cmi: { core } }));

const measure = fc.oneof(
  fc.constant(''),
  fc.integer({ min: -10, max: 10 }).map((tenths) => String(tenths / 10)),
);

const data2004: fc.Arbitrary<RuntimeData> = fc
  .record({
    completion_status: fc.constantFrom('unknown', 'not attempted', 'incomplete', 'completed', ''),
    success_status: fc.constantFrom('unknown', 'failed', 'passed', ''),
    exit: fc.constantFrom('', 'suspend', 'normal'),
    location: fc.string({ maxLength: 5 }),
    progress_measure: measure.map((text) => text.replace('-', '')),
    score: fc.record({ scaled: measure }),
  })
  .map((cmi) => ({ cmi }));

export const anyStandard = fc.constantFrom<PackageStandard>('scorm12', 'scorm2004-3');

export const anyData = (standard: PackageStandard): fc.Arbitrary<RuntimeData> =>
  standard === 'scorm12' ? data12 : data2004;

/**
 * What a shell sends of one item over some launches, in the order it sends: sequences that grow, time that only grows in a
 * launch, and with each commit what the launch has reached so far.
 */
export function anyHistory(standard: PackageStandard): fc.Arbitrary<Commit[]> {
  const said = fc.record({
    data: anyData(standard),
    more: fc.nat(100),
    step: fc.integer({ min: 1, max: 5 }),
    isTerminated: fc.boolean(),
  });
  return fc.array(fc.array(said, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }).map((launches) =>
    launches.flatMap((launch, place) => {
      let sequence = 0;
      let sessionSeconds = 0;
      let reached: Outcome | null = null;
      return launch.map(({ data, more, step, isTerminated }) => {
        sequence += step;
        sessionSeconds += more;
        reached = furthest(reached, reportedOutcome(standard, data, isTerminated));
        return commitOf({ launch: place + 1, sequence, sessionSeconds, data, isTerminated, reached });
      });
    }),
  );
}
