import { expect, test } from 'vitest';
import { item, manifest2004, sequencing } from '#tests/support/packages/manifests.ts';
import { readText, accepted, findingOf } from './read-text.ts';
import { RULE, ROLLUP, sequencingOf, withSequencing } from './sequencing-texts.ts';

test('fills in the defaults of the specification', () => {
  expect(accepted(manifest2004()).organizations[0]!.items[0]!.sequencing).toBeNull();
  expect(sequencingOf(withSequencing(''))).toEqual({
    control: {
      choice: true,
      choiceExit: true,
      flow: false,
      forwardOnly: false,
      useCurrentAttemptObjectiveInfo: true,
      useCurrentAttemptProgressInfo: true,
    },
    preConditionRules: [],
    exitConditionRules: [],
    postConditionRules: [],
    limits: { attempts: null, absoluteDuration: null },
    rollup: {
      objectiveSatisfied: true,
      progressCompletion: true,
      objectiveMeasureWeight: 1,
      rules: [],
      requiredForSatisfied: 'always',
      requiredForNotSatisfied: 'always',
      requiredForCompleted: 'always',
      requiredForIncomplete: 'always',
      measureSatisfactionIfActive: true,
    },
    objectives: [],
    randomization: { selection: 'never', selectCount: null, randomization: 'never', reorderChildren: false },
    delivery: { isTracked: true, completionSetByContent: false, objectiveSetByContent: false },
    constrainChoice: false,
    preventActivation: false,
  });
});

test('reads controls, limits, delivery, randomness and what ADL adds', () => {
  const text = withSequencing(
    `<imsss:controlMode choice="false" choiceExit="0" flow="1" forwardOnly="true" useCurrentAttemptObjectiveInfo="false" useCurrentAttemptProgressInfo="false"/>
     <imsss:limitConditions attemptLimit="3" attemptAbsoluteDurationLimit="P1DT2H30M5.5S"/>
     <imsss:randomizationControls randomizationTiming="onEachNewAttempt" selectCount="0" reorderChildren="true" selectionTiming="once"/>
     <imsss:deliveryControls tracked="false" completionSetByContent="true" objectiveSetByContent="true"/>
     <adlseq:constrainedChoiceConsiderations preventActivation="true" constrainChoice="true"/>
     <imsss:rollupRules rollupObjectiveSatisfied="false" rollupProgressCompletion="false" objectiveMeasureWeight="0.25"/>
     <adlseq:rollupConsiderations requiredForSatisfied="ifAttempted" requiredForNotSatisfied="ifNotSkipped" requiredForCompleted="ifNotSuspended" requiredForIncomplete="ifAttempted" measureSatisfactionIfActive="false"/>`,
  );
  expect(readText(text).findings).toEqual([]);
  expect(sequencingOf(text)).toMatchObject({
    control: {
      choice: false,
      choiceExit: false,
      flow: true,
      forwardOnly: true,
      useCurrentAttemptObjectiveInfo: false,
      useCurrentAttemptProgressInfo: false,
    },
    limits: { attempts: 3, absoluteDuration: 'P1DT2H30M5.5S' },
    randomization: { selection: 'once', selectCount: 0, randomization: 'onEachNewAttempt', reorderChildren: true },
    delivery: { isTracked: false, completionSetByContent: true, objectiveSetByContent: true },
    constrainChoice: true,
    preventActivation: true,
    rollup: {
      objectiveSatisfied: false,
      progressCompletion: false,
      objectiveMeasureWeight: 0.25,
      requiredForSatisfied: 'ifAttempted',
      requiredForNotSatisfied: 'ifNotSkipped',
      requiredForCompleted: 'ifNotSuspended',
      requiredForIncomplete: 'ifAttempted',
      measureSatisfactionIfActive: false,
    },
  });
});

test.each([
  ['preConditionRule', ['skip', 'disabled', 'hiddenFromChoice', 'stopForwardTraversal'], 'preConditionRules'],
  ['postConditionRule', ['exitParent', 'exitAll', 'retry', 'retryAll', 'continue', 'previous'], 'postConditionRules'],
  ['exitConditionRule', ['exit'], 'exitConditionRules'],
] as const)('reads every action of a %s, and no other', (kind, actions, key) => {
  for (const action of actions) {
    expect(readText(withSequencing(RULE(kind, action))).findings).toEqual([]);
    expect(sequencingOf(withSequencing(RULE(kind, action)))[key]).toEqual([
      {
        combination: 'all',
        conditions: [{ condition: 'always', isNot: false, objective: null, measureThreshold: null }],
        action,
      },
    ]);
  }
  expect(sequencingOf(withSequencing(RULE(kind, 'jump')))[key]).toEqual([]);
  expect(findingOf(withSequencing(RULE(kind, 'jump')), /laissée de côté/)).toMatchObject({
    severity: 'wrong',
    place: { element: kind, clause: 'SCORM 2004 CAM § 5.1' },
  });
});

test.each([
  'satisfied',
  'objectiveStatusKnown',
  'objectiveMeasureKnown',
  'objectiveMeasureGreaterThan',
  'objectiveMeasureLessThan',
  'completed',
  'activityProgressKnown',
  'attempted',
  'attemptLimitExceeded',
])('reads the condition %s', (condition) => {
  const text = withSequencing(
    RULE(
      'preConditionRule',
      'skip',
      `<imsss:ruleCondition condition="${condition}" operator="not" referencedObjective=" o " measureThreshold="-0.5"/>`,
    ) + '<imsss:objectives><imsss:objective objectiveID="o"/></imsss:objectives>',
  );
  expect(readText(text).findings).toEqual([]);
  expect(sequencingOf(text).preConditionRules[0]!.conditions).toEqual([
    { condition, isNot: true, objective: 'o', measureThreshold: -0.5 },
  ]);
});

test('says which conditions have no effect', () => {
  const text = withSequencing(RULE('preConditionRule', 'skip', '<imsss:ruleCondition condition="timeLimitExceeded"/>'));
  expect(findingOf(text, /« timeLimitExceeded » n’a pas d’effet/).severity).toBe('unusual');
});

test('a rule half understood does nothing', () => {
  const unknown = RULE(
    'preConditionRule',
    'skip',
    '<imsss:ruleCondition condition="always"/><imsss:ruleCondition condition="mood"/>',
  );
  expect(sequencingOf(withSequencing(unknown)).preConditionRules).toEqual([]);
  expect(findingOf(withSequencing(unknown), /Cette règle/).severity).toBe('wrong');
  expect(sequencingOf(withSequencing(RULE('preConditionRule', 'skip', ''))).preConditionRules).toEqual([]);
});

test('reads roll-up rules with their own defaults', () => {
  const conditions =
    '<imsss:rollupCondition condition="satisfied"/><imsss:rollupCondition condition="attempted" operator="not"/>';
  const text = withSequencing(
    ROLLUP(conditions, 'completed', 'childActivitySet="atLeastPercent" minimumPercent="0.5" minimumCount="2"'),
  );
  expect(readText(text).findings).toEqual([]);
  expect(sequencingOf(text).rollup.rules).toEqual([
    {
      childActivitySet: 'atLeastPercent',
      minimumCount: 2,
      minimumPercent: 0.5,
      combination: 'any',
      conditions: [
        { condition: 'satisfied', isNot: false },
        { condition: 'attempted', isNot: true },
      ],
      action: 'completed',
    },
  ]);
  expect(sequencingOf(withSequencing(ROLLUP(conditions))).rollup.rules[0]).toMatchObject({
    childActivitySet: 'all',
    minimumCount: 0,
    minimumPercent: 0,
  });
  for (const set of ['all', 'any', 'none', 'atLeastCount', 'atLeastPercent'])
    expect(
      sequencingOf(withSequencing(ROLLUP(conditions, 'incomplete', `childActivitySet="${set}"`))).rollup.rules[0],
    ).toMatchObject({
      childActivitySet: set,
      action: 'incomplete',
    });
  expect(findingOf(withSequencing(ROLLUP(conditions, 'happy')), /rollupRule/).severity).toBe('wrong');
});

const nothing = { readSatisfied: false, readMeasure: false, writeSatisfied: false, writeMeasure: false };
const reads = {
  readRawScore: true,
  readMinScore: true,
  readMaxScore: true,
  readCompletion: true,
  readProgress: true,
};
const writes = {
  writeRawScore: false,
  writeMinScore: false,
  writeMaxScore: false,
  writeCompletion: false,
  writeProgress: false,
};
const noReads = {
  readRawScore: false,
  readMinScore: false,
  readMaxScore: false,
  readCompletion: false,
  readProgress: false,
};

test('reads objectives and what they share, that of the 4th edition included', () => {
  const text = withSequencing(`
    <imsss:objectives>
      <imsss:primaryObjective objectiveID="p" satisfiedByMeasure="true"><imsss:minNormalizedMeasure> -0.25 </imsss:minNormalizedMeasure>
        <imsss:mapInfo targetObjectiveID="g1" writeSatisfiedStatus="true"/></imsss:primaryObjective>
      <imsss:objective objectiveID="o"><imsss:mapInfo targetObjectiveID="g2" readSatisfiedStatus="false" readNormalizedMeasure="false" writeNormalizedMeasure="true"/></imsss:objective>
    </imsss:objectives>
    <adlseq:objectives>
      <adlseq:objective objectiveID="p"><adlseq:mapInfo targetObjectiveID="g1" readRawScore="false" writeCompletionStatus="true" writeProgressMeasure="true"/></adlseq:objective>
      <adlseq:objective objectiveID="o"><adlseq:mapInfo targetObjectiveID="g3"/></adlseq:objective>
    </adlseq:objectives>`);
  expect(readText(text).findings).toEqual([]);
  expect(sequencingOf(text).objectives).toEqual([
    {
      id: 'p',
      isPrimary: true,
      satisfiedByMeasure: true,
      minNormalizedMeasure: -0.25,
      maps: [
        {
          ...reads,
          ...writes,
          target: 'g1',
          readSatisfied: true,
          readMeasure: true,
          writeSatisfied: true,
          writeMeasure: false,
          readRawScore: false,
          writeCompletion: true,
          writeProgress: true,
        },
      ],
    },
    {
      id: 'o',
      isPrimary: false,
      satisfiedByMeasure: false,
      minNormalizedMeasure: 1,
      maps: [
        { ...nothing, ...noReads, ...writes, target: 'g2', writeMeasure: true },
        { ...nothing, ...reads, ...writes, target: 'g3' },
      ],
    },
  ]);
});

test('a primary objective may have no identifier', () => {
  const text = withSequencing('<imsss:objectives><imsss:primaryObjective/></imsss:objectives>');
  expect(readText(text).findings).toEqual([]);
  expect(sequencingOf(text).objectives).toMatchObject([{ id: null, isPrimary: true }]);
});

test('takes shared sequencing by IDRef, whose parts an activity may replace', () => {
  const collection = `<imsss:sequencingCollection><imsss:sequencing ID=" s1 "><imsss:controlMode choice="false"/>
    <imsss:deliveryControls tracked="false"/><imsss:objectives><imsss:primaryObjective objectiveID="p"/></imsss:objectives></imsss:sequencing></imsss:sequencingCollection>`;
  const text = withSequencing('<imsss:controlMode flow="true"/>', 'IDRef="s1"', collection);
  expect(readText(text).findings).toEqual([]);
  expect(sequencingOf(text)).toMatchObject({
    control: { choice: true, flow: true },
    delivery: { isTracked: false },
    objectives: [{ id: 'p' }],
  });
});

test('refuses a large sequencing that a thousand items share', () => {
  const rules = RULE('preConditionRule', 'skip').repeat(200);
  const items = Array.from({ length: 1000 }, (_, place) => item(`I${place}`, 'RA', sequencing('', 'IDRef="s1"'))).join(
    '',
  );
  const { manifest, findings } = readText(
    manifest2004('4th', {
      items,
      after: `<imsss:sequencingCollection>${sequencing(rules, 'ID="s1"')}</imsss:sequencingCollection>`,
    }),
  );
  expect(manifest).toBeNull();
  expect(findings[0]).toMatchObject({ severity: 'refused', message: expect.stringContaining('mémoire') });
});
