import { beforeEach, describe, expect, test, vi } from 'vitest';
import { item, manifest2004, manifestOfForcedOrder, resource, sequencing } from '#tests/support/packages/manifests.ts';
import { PlayedCourse } from './play-course.ts';

// The engine tells its story to the console.
beforeEach(() => {
  for (const name of ['debug', 'info', 'warn'] as const) vi.spyOn(console, name).mockImplementation(() => {});
});

const RESOURCES = ['a', 'b', 'c'].map((name) => resource(`R${name.toUpperCase()}`, { href: `${name}.html` })).join('');
const THREE = manifest2004('4th', { items: item('A', 'RA') + item('B', 'RB') + item('C', 'RC'), resources: RESOURCES });

const PASSED = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.score.scaled': '0.9' };
const FAILED = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed', 'cmi.score.scaled': '0.3' };

describe('a course that flows', () => {
  test('starts with its first item and goes on in order', () => {
    const course = new PlayedCourse(THREE).begin();
    expect(course.item).toBe('A');
    expect(course.isResumed).toBe(false);
    expect(course.ask('continue').item).toBe('B');
    expect(course.ask('continue').item).toBe('C');
    expect(course.ask('previous').item).toBe('B');
  });

  test('what the learner asks stands for what the item asks when it goes', () => {
    const course = new PlayedCourse(THREE).begin().set({ 'adl.nav.request': 'exitAll' });
    expect(course.ask('continue').item).toBe('B');
  });

  test('what an item asks is done when it ends by itself', () => {
    expect(new PlayedCourse(THREE).begin().end({ 'adl.nav.request': 'continue' }).item).toBe('B');
    expect(new PlayedCourse(THREE).begin().end({ 'adl.nav.request': '{target=C}choice' }).item).toBe('C');
  });

  test('after its last item nothing follows, and any item can be chosen again', () => {
    const course = new PlayedCourse(THREE).begin().ask('choice', 'C').end(PASSED);
    expect(course.ask('continue').item).toBeNull();
    expect(course.ask('choice', 'A').item).toBe('A');
  });

  test('an item that ended all can be followed by another choice', () => {
    const course = new PlayedCourse(THREE).begin().end({ 'adl.nav.request': 'exitAll' });
    expect(course.item).toBeNull();
    expect(course.ask('choice', 'B').item).toBe('B');
  });
});

describe('a next launch', () => {
  test.each([
    ['suspended', (course: PlayedCourse) => course.ask('suspendAll')],
    ['whose tab was closed', (course: PlayedCourse) => course],
  ])('goes on in the item of a course %s', (_, leave) => {
    const left = leave(new PlayedCourse(THREE).begin().ask('continue').set({ 'cmi.location': '3' }));
    const again = new PlayedCourse(THREE, left.kept()).begin();
    expect(again.item).toBe('B');
    expect(again.isResumed).toBe(true);
    expect(again.get('cmi.entry')).toBe('resume');
    expect(again.get('cmi.total_time')).toBe('PT0H1M30S');
  });

  test('goes on with the next item when the last one had ended', () => {
    const left = new PlayedCourse(THREE).begin().end(PASSED);
    expect(new PlayedCourse(THREE, left.kept()).begin(['A']).item).toBe('B');
  });

  test('begins a new attempt on an item that had ended and is chosen again', () => {
    const left = new PlayedCourse(THREE).begin().end(PASSED);
    const again = new PlayedCourse(THREE, left.kept()).begin(['A']).ask('choice', 'A');
    expect(again.isResumed).toBe(false);
    expect(again.get('cmi.entry')).toBe('ab-initio');
    expect(again.get('cmi.completion_status')).toBe('unknown');
  });

  test('opens a course of one item again, though it is done', () => {
    const one = manifest2004('4th', {});
    const left = new PlayedCourse(one).begin().end(PASSED);
    expect(new PlayedCourse(one, left.kept()).begin(['A']).item).toBe('A');
  });

  test('starts again when the course was corrected in its plan', () => {
    const left = new PlayedCourse(THREE).begin().ask('continue');
    const corrected = manifest2004('4th', { items: item('A', 'RA') + item('D', 'RB'), resources: RESOURCES });
    expect(new PlayedCourse(corrected, left.kept()).begin().item).toBe('A');
  });

  test('keeps of a large course what changed in it', () => {
    const items = Array.from({ length: 150 }, (_, place) => item(`I${place}`, 'RA')).join('');
    const large = manifest2004('4th', { items, resources: RESOURCES });
    const course = new PlayedCourse(large).begin().ask('continue').end(PASSED);
    expect(course.kept().sequencing.length).toBeLessThan(40_000);
    expect(new PlayedCourse(large, course.kept()).begin(['I0', 'I1']).item).toBe('I2');
  });
});

describe('rules', () => {
  test('a forced order: what is closed opens once the item before is passed', () => {
    const course = new PlayedCourse(manifestOfForcedOrder()).begin();
    expect(course.navigator.canChoose('B')).toBe(false);
    expect(course.set({ 'cmi.score.scaled': '0.3' }).canContinue()).toBe(false);
    course.set({ 'cmi.score.scaled': '0.9' });
    expect(course.canContinue()).toBe(true);
    expect(course.navigator.canChoose('B')).toBe(true);
    expect(course.ask('choice', 'B').item).toBe('B');
  });

  test('global objectives of another package open what they open', () => {
    const passed = { satisfied: true, measure: 1, completed: null, progress: null, raw: null, min: null, max: null };
    const course = new PlayedCourse(manifestOfForcedOrder(), { objectives: { 'global-a': passed } }).begin();
    expect(course.navigator.canChoose('B')).toBe(true);
  });

  test('an objective that another package changed since the last launch replaces what the course knew', () => {
    const left = new PlayedCourse(manifestOfForcedOrder()).begin().set({ 'cmi.score.scaled': '0.3' });
    const kept = left.ask('suspendAll').kept();
    expect(kept.objectives['global-a']).toMatchObject({ satisfied: false, measure: 0.3 });
    const changed = { ...kept.objectives['global-a']!, satisfied: true, measure: 0.95 };
    const again = new PlayedCourse(manifestOfForcedOrder(), { ...kept, objectives: { 'global-a': changed } }).begin();
    expect(again.navigator.canChoose('B')).toBe(true);
  });

  const rule = (kind: string, condition: string, action: string) =>
    sequencing(
      `<imsss:sequencingRules><imsss:${kind}><imsss:ruleConditions>${condition}</imsss:ruleConditions>` +
        `<imsss:ruleAction action="${action}"/></imsss:${kind}></imsss:sequencingRules>` +
        `<imsss:objectives><imsss:primaryObjective objectiveID="o" satisfiedByMeasure="true">` +
        `<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>`,
    );
  const NOT_SATISFIED = '<imsss:ruleCondition operator="not" condition="satisfied"/>';

  test('remediation: a failed test sends back, a passed one goes on', () => {
    const manifest = manifest2004('4th', {
      items: item('A', 'RA') + item('B', 'RB', rule('postConditionRule', NOT_SATISFIED, 'previous')) + item('C', 'RC'),
      resources: RESOURCES,
    });
    expect(new PlayedCourse(manifest).begin().ask('continue').end(FAILED).item).toBe('A');
    const passed = new PlayedCourse(manifest).begin().ask('continue').end(PASSED);
    expect(passed.item).toBeNull();
    expect(passed.ask('continue').item).toBe('C');
  });

  test('a test is tried again at once when its rules say so', () => {
    const manifest = manifest2004('4th', {
      items: item('A', 'RA', rule('postConditionRule', NOT_SATISFIED, 'retry')),
    });
    const course = new PlayedCourse(manifest).begin().end(FAILED);
    expect(course.item).toBe('A');
    expect(course.isResumed).toBe(false);
  });

  test('a primary objective without identifier is judged by its measure', () => {
    const own = sequencing(
      '<imsss:sequencingRules><imsss:postConditionRule><imsss:ruleConditions>' +
        `${NOT_SATISFIED}</imsss:ruleConditions><imsss:ruleAction action="retry"/></imsss:postConditionRule>` +
        '</imsss:sequencingRules><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">' +
        '<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>',
    );
    const manifest = manifest2004('4th', { items: item('A', 'RA', own) });
    expect(new PlayedCourse(manifest).begin().end({ 'cmi.score.scaled': '0.7' }).item).toBe('A');
    expect(new PlayedCourse(manifest).begin().end({ 'cmi.score.scaled': '0.9' }).item).toBeNull();
  });

  test('a pre-test that is passed skips its lesson', () => {
    const objectives = (inside: string) =>
      `<imsss:objectives><imsss:primaryObjective objectiveID="own" satisfiedByMeasure="true">` +
      `<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>${inside}</imsss:primaryObjective>`;
    const skip =
      `<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions>` +
      `<imsss:ruleCondition referencedObjective="known" condition="satisfied"/></imsss:ruleConditions>` +
      `<imsss:ruleAction action="skip"/></imsss:preConditionRule></imsss:sequencingRules>`;
    const write = '<imsss:mapInfo targetObjectiveID="g" writeSatisfiedStatus="true" writeNormalizedMeasure="true"/>';
    const manifest = manifest2004('4th', {
      items:
        item('A', 'RA', sequencing(`${objectives(write)}</imsss:objectives>`)) +
        item(
          'B',
          'RB',
          sequencing(
            `${skip}${objectives('')}<imsss:objective objectiveID="known"><imsss:mapInfo targetObjectiveID="g"/></imsss:objective></imsss:objectives>`,
          ),
        ) +
        item('C', 'RC'),
      resources: RESOURCES,
    });
    expect(new PlayedCourse(manifest).begin().set(PASSED).ask('continue').item).toBe('C');
    expect(new PlayedCourse(manifest).begin().set(FAILED).ask('continue').item).toBe('B');
  });

  test('attempts are limited', () => {
    const limited = sequencing('<imsss:limitConditions attemptLimit="1"/>');
    const manifest = manifest2004('4th', { items: item('A', 'RA', limited) + item('B', 'RB'), resources: RESOURCES });
    const course = new PlayedCourse(manifest).begin().end(FAILED);
    expect(course.ask('choice', 'A').item).toBeNull();
    expect(course.ask('choice', 'B').item).toBe('B');
  });

  test('an item with a limit of time is delivered, and told of it', () => {
    const limited = sequencing('<imsss:limitConditions attemptAbsoluteDurationLimit="PT30M"/>');
    const course = new PlayedCourse(manifest2004('4th', { items: item('A', 'RA', limited) })).begin();
    expect(course.item).toBe('A');
    expect(course.get('cmi.max_time_allowed')).toBe('PT30M');
  });

  test('a course that only lets choose waits for a choice, unless it has one item', () => {
    const choosing = { organization: sequencing('<imsss:controlMode choice="true" flow="false"/>') };
    const two = { ...choosing, items: item('A', 'RA') + item('B', 'RB'), resources: RESOURCES };
    const course = new PlayedCourse(manifest2004('4th', two)).begin();
    expect(course.item).toBeNull();
    expect(course.navigator.canChoose('B')).toBe(true);
    expect(course.ask('choice', 'B').item).toBe('B');
    expect(new PlayedCourse(manifest2004('4th', choosing)).begin().item).toBe('A');
  });

  test('a course without sequencing of its own does not flow', () => {
    const two = { organization: '', items: item('A', 'RA') + item('B', 'RB'), resources: RESOURCES };
    expect(new PlayedCourse(manifest2004('4th', two)).begin().item).toBeNull();
  });
});

describe('roll-up', () => {
  const part = (rules: string) =>
    manifest2004('4th', {
      items:
        item(
          'P',
          null,
          item('A', 'RA') +
            item('B', 'RB') +
            sequencing(`<imsss:controlMode choice="true" flow="true"/><imsss:rollupRules>${rules}</imsss:rollupRules>`),
        ) + item('C', 'RC'),
      resources: RESOURCES,
    });
  const rollupRule = (attributes: string, condition: string, action: string) =>
    `<imsss:rollupRule ${attributes}><imsss:rollupConditions><imsss:rollupCondition condition="${condition}"/>` +
    `</imsss:rollupConditions><imsss:rollupAction action="${action}"/></imsss:rollupRule>`;
  const statusOf = (course: PlayedCourse, activity: string) =>
    course.navigator.course.engine.getActivityTrackingData(activity)?.completionStatus;

  test('half of the items complete a part, as a share of the manifest says', () => {
    const manifest = part(
      rollupRule('childActivitySet="atLeastPercent" minimumPercent="0.5"', 'completed', 'completed'),
    );
    expect(statusOf(new PlayedCourse(manifest).begin().ask('choice', 'A').end(PASSED), 'P')).toBe('completed');
  });

  test('none of the items: one that is not known keeps the rule from applying', () => {
    const manifest = part(rollupRule('childActivitySet="none"', 'satisfied', 'satisfied'));
    const course = new PlayedCourse(manifest).begin().ask('choice', 'A').end({ 'cmi.success_status': 'failed' });
    expect(course.navigator.course.engine.getActivityTrackingData('P')?.successStatus).not.toBe('passed');
    course.ask('choice', 'B').end({ 'cmi.success_status': 'failed' });
    expect(course.navigator.course.engine.getActivityTrackingData('P')?.successStatus).toBe('passed');
  });
});
