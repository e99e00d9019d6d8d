import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GlobalObjective, ItemState } from '#domain/packaging/commit.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import { mergeCommit } from '#domain/packaging/merge-commits.ts';
import { packageCompletion } from '#domain/packaging/package-completion.ts';
import { item, manifest12, manifest2004, resource, sequencing } from '#tests/support/packages/manifests.ts';
import { anyHistory } from './arbitrary-commits.ts';
import { accepted } from './manifest/read-text.ts';
import { statesOf, type Said } from './states-of.ts';

describe('a package', () => {
  const resources =
    resource('RA', { type: 'scormtype' }) +
    resource('RB', { type: 'scormtype', href: 'b.html' }) +
    resource('RC', { type: 'scormtype', kind: 'asset', href: 'c.html' });
  const files = ['imsmanifest.xml', 'a.html', 'b.html', 'c.html'];
  const of = (items: string) => accepted(manifest12({ items, resources }), files);
  const completed: Said = { data: { cmi: { core: { lesson_status: 'completed' } } } };

  it('is complete by all of its items, or by any', () => {
    const two = of(item('A', 'RA') + item('B', 'RB'));
    const one = statesOf(two, { A: [completed] });
    expect(packageCompletion(two, 'all', one, new Set()).isComplete).toBe(false);
    expect(packageCompletion(two, 'any', one, new Set()).isComplete).toBe(true);
    const both = statesOf(two, { A: [completed], B: [completed] });
    expect(packageCompletion(two, 'all', both, new Set()).isComplete).toBe(true);
    expect(packageCompletion(two, 'any', new Map(), new Set()).isComplete).toBe(false);
  });

  it('does not count headings, nor what is hidden, but counts what stands below it', () => {
    const mixed = of(item('H', null, item('A', 'RA'), 'isvisible="false"') + item('B', 'RB', '', 'isvisible="false"'));
    const verdict = packageCompletion(mixed, 'all', statesOf(mixed, { A: [completed] }), new Set());
    expect(verdict.items.map(({ item: name }) => name)).toEqual(['A']);
    expect(verdict.isComplete).toBe(true);
  });

  it('counts what is hidden when nothing else is there', () => {
    const hidden = of(item('A', 'RA', '', 'isvisible="false"'));
    expect(packageCompletion(hidden, 'all', new Map(), new Set()).items).toMatchObject([{ item: 'A', isDone: false }]);
  });

  it('counts an asset once it is opened', () => {
    const asset = of(item('C', 'RC'));
    expect(packageCompletion(asset, 'all', new Map(), new Set())).toMatchObject({
      isComplete: false,
      items: [{ reason: 'not-opened' }],
    });
    expect(packageCompletion(asset, 'all', new Map(), new Set(['C']))).toMatchObject({
      isComplete: true,
      items: [{ reason: 'opened' }],
    });
    expect(packageCompletion(asset, 'all', statesOf(asset, { C: [{ data: {} }] }), new Set()).isComplete).toBe(true);
  });

  it('has the mean of the scores that its items have', () => {
    const two = of(item('A', 'RA') + item('B', 'RB'));
    const scored = (raw: string): Said => ({ data: { cmi: { core: { score: { raw } } } } });
    const verdict = (said: Record<string, Said[]>) => packageCompletion(two, 'all', statesOf(two, said), new Set());
    expect(verdict({ A: [scored('50')], B: [scored('100')] }).scaledScore).toBe(0.75);
    expect(verdict({ A: [scored('50')], B: [completed] }).scaledScore).toBe(0.5);
    expect(verdict({ A: [completed] }).scaledScore).toBeNull();
  });

  it('stays complete whatever is said afterwards, where no threshold decides', () => {
    const one = of(item('A', 'RA'));
    fc.assert(
      fc.property(anyHistory('scorm12'), (commits) => {
        let state: ItemState | null = null;
        let wasComplete = false;
        for (const commit of commits) {
          state = mergeCommit('scorm12', state, commit);
          const { isComplete } = packageCompletion(one, 'all', new Map([['A', state]]), new Set());
          expect(isComplete || !wasComplete).toBe(true);
          wasComplete = isComplete;
        }
      }),
    );
  });
});

describe('a package of SCORM 2004 with sequencing', () => {
  const resources = resource('RA') + resource('RB', { href: 'b.html' });
  const skipping = sequencing(`<imsss:sequencingRules><imsss:preConditionRule>
      <imsss:ruleConditions><imsss:ruleCondition referencedObjective="before" condition="satisfied"/></imsss:ruleConditions>
      <imsss:ruleAction action="skip"/></imsss:preConditionRule></imsss:sequencingRules>
    <imsss:objectives><imsss:primaryObjective objectiveID="own"/>
      <imsss:objective objectiveID="before"><imsss:mapInfo targetObjectiveID="test" readSatisfiedStatus="true"/></imsss:objective>
    </imsss:objectives>`);
  const completed: Said = { data: { cmi: { completion_status: 'completed' } } };
  const known = (satisfied: boolean | null) =>
    new Map<string, GlobalObjective>([
      ['test', { satisfied, measure: null, completed: null, progress: null, raw: null, min: null, max: null }],
    ]);

  it('does not wait for what it skips', () => {
    const tested = accepted(manifest2004('3rd', { items: item('A', 'RA') + item('B', 'RB', skipping), resources }));
    const states = statesOf(tested, { A: [completed] });
    const verdict = (satisfied: boolean | null) =>
      packageCompletion(tested, 'all', states, new Set(), known(satisfied));
    expect(verdict(true)).toMatchObject({ isComplete: true, items: [{}, { reason: 'skipped', isDone: true }] });
    expect(verdict(false)).toMatchObject({ isComplete: false, items: [{}, { reason: 'not-opened' }] });
    expect(verdict(null)).toMatchObject({ isComplete: false });
    expect(packageCompletion(tested, 'all', new Map(), new Set(), known(true)).isComplete).toBe(false);
  });

  it('does not wait for what stands in a chapter that it skips, and waits for what was begun there', () => {
    const tested = accepted(
      manifest2004('3rd', { items: item('A', 'RA') + item('H', null, item('B', 'RB') + skipping), resources }),
    );
    const a = statesOf(tested, { A: [completed] });
    expect(packageCompletion(tested, 'all', a, new Set(), known(true)).isComplete).toBe(true);
    const begun = statesOf(tested, { A: [completed], B: [{ data: {} }] });
    expect(packageCompletion(tested, 'all', begun, new Set(), known(true)).isComplete).toBe(false);
  });

  it('does not count what it tracks not, or leaves out of every roll-up', () => {
    const practice = (inside: string) =>
      accepted(manifest2004('3rd', { items: item('A', 'RA') + item('B', 'RB', sequencing(inside)), resources }));
    const counted = (manifest: PackageManifest) =>
      packageCompletion(manifest, 'all', new Map(), new Set()).items.map(({ item: name }) => name);
    expect(counted(practice('<imsss:deliveryControls tracked="false"/>'))).toEqual(['A']);
    expect(
      counted(practice('<imsss:rollupRules rollupObjectiveSatisfied="false" rollupProgressCompletion="false"/>')),
    ).toEqual(['A']);
    expect(counted(practice('<imsss:rollupRules rollupObjectiveSatisfied="false"/>'))).toEqual(['A', 'B']);
  });
});
