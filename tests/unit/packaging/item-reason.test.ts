import { describe, expect, it } from 'vitest';
import type { RuntimeData } from '#domain/packaging/commit.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import { packageCompletion, type ItemReason } from '#domain/packaging/package-completion.ts';
import { item, manifest12, manifest2004, sequencing } from '#tests/support/packages/manifests.ts';
import { accepted } from './manifest/read-text.ts';
import { statesOf, type Said } from './states-of.ts';

function reasonFor(manifest: PackageManifest, ...commits: Said[]): ItemReason {
  return packageCompletion(manifest, 'all', statesOf(manifest, { A: commits }), new Set()).items[0]!.reason;
}

describe('an item of SCORM 1.2', () => {
  const plain = accepted(manifest12());
  const mastered = accepted(manifest12({ items: item('A', 'RA', '<adlcp:masteryscore>57</adlcp:masteryscore>') }));
  const core = (said: RuntimeData, more: Said = {}): Said => ({ data: { cmi: { core: said } }, ...more });

  it.each<[string, Said[], ItemReason]>([
    ['was only opened', [core({ lesson_status: 'not attempted' })], 'in-progress'],
    ['is incomplete', [core({ lesson_status: 'incomplete' })], 'in-progress'],
    ['was browsed', [core({ lesson_status: 'browsed' })], 'in-progress'],
    ['is completed', [core({ lesson_status: 'completed' })], 'reported-completed'],
    ['is passed', [core({ lesson_status: 'passed' })], 'reported-passed'],
    ['is failed', [core({ lesson_status: 'failed' })], 'reported-failed'],
    [
      'was failed, then passed',
      [core({ lesson_status: 'failed' }), core({ lesson_status: 'passed' })],
      'reported-passed',
    ],
    [
      'was failed, then completed',
      [core({ lesson_status: 'failed' }), core({ lesson_status: 'completed' })],
      'reported-completed',
    ],
    [
      'was completed, and begun again',
      [core({ lesson_status: 'completed' }), core({ lesson_status: 'incomplete' })],
      'reported-completed',
    ],
    [
      'ended and said nothing',
      [core({ lesson_status: 'not attempted' }, { isTerminated: true })],
      'reported-completed',
    ],
    [
      'ended, said nothing and is to be resumed',
      [core({ lesson_status: 'not attempted', exit: 'suspend' }, { isTerminated: true })],
      'in-progress',
    ],
    ['ended incomplete', [core({ lesson_status: 'incomplete' }, { isTerminated: true })], 'in-progress'],
  ])('that %s', (_, commits, reason) => {
    expect(reasonFor(plain, ...commits)).toBe(reason);
  });

  it.each<[string, Said[], ItemReason]>([
    ['reaches it exactly', [core({ lesson_status: 'completed', score: { raw: '57' } })], 'score-reached'],
    [
      'is below it, though passed by its own word',
      [core({ lesson_status: 'passed', score: { raw: '56.9' } })],
      'score-below',
    ],
    [
      'reaches it, though failed by its own word',
      [core({ lesson_status: 'failed', score: { raw: '60' } })],
      'score-reached',
    ],
    [
      'reaches it by its own maximum',
      [core({ lesson_status: 'completed', score: { raw: '12', max: '20' } })],
      'score-reached',
    ],
    ['reaches it in the middle of it', [core({ lesson_status: 'incomplete', score: { raw: '90' } })], 'in-progress'],
    [
      'reaches it and ended',
      [core({ lesson_status: 'incomplete', score: { raw: '90' } }, { isTerminated: true })],
      'score-reached',
    ],
    ['is below it in the middle of it', [core({ lesson_status: 'incomplete', score: { raw: '9' } })], 'in-progress'],
    ['has no score', [core({ lesson_status: 'completed' })], 'reported-completed'],
    ['has no score and is passed', [core({ lesson_status: 'passed' })], 'reported-passed'],
    [
      'reached it and then did worse',
      [
        core({ lesson_status: 'passed', score: { raw: '90' } }),
        core({ lesson_status: 'failed', score: { raw: '10' } }, { launch: 2 }),
      ],
      'score-reached',
    ],
  ])('with a mastery score, that %s', (_, commits, reason) => {
    expect(reasonFor(mastered, ...commits)).toBe(reason);
  });
});

describe('an item of SCORM 2004', () => {
  const plain = accepted(manifest2004());
  const thresholded = accepted(
    manifest2004('4th', {
      items: item('A', 'RA', '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>'),
    }),
  );
  const measured = accepted(
    manifest2004('4th', {
      items: item(
        'A',
        'RA',
        sequencing(`<imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">
          <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>`),
      ),
    }),
  );
  const speaking = accepted(
    manifest2004('4th', {
      items: item('A', 'RA', sequencing('<imsss:deliveryControls completionSetByContent="true"/>')),
    }),
  );
  const cmi = (said: RuntimeData, more: Said = {}): Said => ({ data: { cmi: said }, ...more });

  it.each<[string, PackageManifest, Said[], ItemReason]>([
    ['was only opened', plain, [cmi({ completion_status: 'unknown' })], 'in-progress'],
    ['is incomplete', plain, [cmi({ completion_status: 'incomplete' })], 'in-progress'],
    ['is completed', plain, [cmi({ completion_status: 'completed' })], 'reported-completed'],
    [
      'is completed and passed',
      plain,
      [cmi({ completion_status: 'completed', success_status: 'passed' })],
      'reported-passed',
    ],
    [
      'is completed and failed',
      plain,
      [cmi({ completion_status: 'completed', success_status: 'failed' })],
      'reported-failed',
    ],
    ['says only that it was passed', plain, [cmi({ success_status: 'passed' })], 'reported-passed'],
    [
      'is passed and incomplete',
      plain,
      [cmi({ completion_status: 'incomplete', success_status: 'passed' })],
      'in-progress',
    ],
    [
      'ended and said nothing',
      plain,
      [cmi({ completion_status: 'unknown' }, { isTerminated: true })],
      'ended-silently',
    ],
    ['ended and is to be resumed', plain, [cmi({ exit: 'suspend' }, { isTerminated: true })], 'in-progress'],
    ['ended, said nothing and was to', speaking, [cmi({}, { isTerminated: true })], 'in-progress'],
    [
      'is below its threshold',
      thresholded,
      [cmi({ completion_status: 'completed', progress_measure: '0.7' })],
      'progress-below',
    ],
    [
      'reaches its threshold',
      thresholded,
      [cmi({ completion_status: 'incomplete', progress_measure: '0.8' })],
      'progress-reached',
    ],
    ['has no progress', thresholded, [cmi({ completion_status: 'completed' })], 'reported-completed'],
    [
      'reached its threshold, and began again',
      thresholded,
      [cmi({ progress_measure: '0.9' }), cmi({ progress_measure: '0.1' })],
      'progress-reached',
    ],
    [
      'reaches its score',
      measured,
      [cmi({ completion_status: 'completed', score: { scaled: '0.6' } })],
      'score-reached',
    ],
    [
      'is below its score, though passed by its own word',
      measured,
      [cmi({ completion_status: 'completed', success_status: 'passed', score: { scaled: '0.59' } })],
      'score-below',
    ],
    ['reaches its score in the middle of it', measured, [cmi({ score: { scaled: '0.9' } })], 'in-progress'],
    ['has no score and is passed', measured, [cmi({ success_status: 'passed' })], 'reported-passed'],
  ])('that %s', (_, manifest, commits, reason) => {
    expect(reasonFor(manifest, ...commits)).toBe(reason);
  });
});
