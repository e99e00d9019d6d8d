import { expect, test } from 'vitest';
import {
  FLOWING,
  item,
  manifest2004,
  manifestOfForcedOrder,
  resource,
  sequencing,
} from '#tests/support/packages/manifests.ts';
import { accepted, findingOf, readText } from './read-text.ts';
import { RULE, withSequencing } from './sequencing-texts.ts';

const OBJECTIVE = (inside: string): string => withSequencing(`<imsss:objectives>${inside}</imsss:objectives>`);

test.each([
  [withSequencing('', 'IDRef="sX"'), /« sX », que « sequencingCollection » n’a pas/],
  [
    withSequencing('', '', '<imsss:sequencingCollection><imsss:sequencing/></imsss:sequencingCollection>'),
    /séquencement partagé n’a pas d’identifiant/,
  ],
  [
    withSequencing(
      '',
      '',
      '<imsss:sequencingCollection><imsss:sequencing ID="s"/><imsss:sequencing ID="s"/></imsss:sequencingCollection>',
    ),
    /Deux séquencements ont l’identifiant « s »/,
  ],
  [withSequencing('<imsss:controlMode flow="peut-être"/>'), /« flow » vaut « peut-être »/],
  [
    withSequencing('<imsss:limitConditions attemptLimit="-1"/>'),
    /« attemptLimit » vaut « -1 », alors qu’il attend un nombre d’au moins 0/,
  ],
  [withSequencing('<imsss:limitConditions attemptAbsoluteDurationLimit="1 h"/>'), /durée accordée vaut « 1 h »/],
  [withSequencing('<imsss:rollupRules objectiveMeasureWeight="2"/>'), /« objectiveMeasureWeight » vaut « 2 »/],
  [withSequencing('<imsss:randomizationControls selectionTiming="parfois"/>'), /« selectionTiming » vaut « parfois »/],
  [withSequencing('<adlseq:rollupConsiderations requiredForCompleted="x"/>'), /« requiredForCompleted » vaut « x »/],
  [OBJECTIVE('<imsss:objective/>'), /objectif n’a pas d’identifiant/],
  [
    OBJECTIVE('<imsss:primaryObjective objectiveID="o"/><imsss:objective objectiveID="o"/>'),
    /Deux objectifs de la même activité/,
  ],
  [
    OBJECTIVE(
      '<imsss:primaryObjective><imsss:minNormalizedMeasure>80</imsss:minNormalizedMeasure></imsss:primaryObjective>',
    ),
    /score à atteindre vaut « 80 »/,
  ],
  [OBJECTIVE('<imsss:primaryObjective><imsss:mapInfo/></imsss:primaryObjective>'), /targetObjectiveID/],
  [
    withSequencing('<adlseq:objectives><adlseq:objective objectiveID="o"/></adlseq:objectives>'),
    /« adlseq:objectives » parle de l’objectif « o »/,
  ],
  [
    withSequencing(
      RULE('preConditionRule', 'skip', '<imsss:ruleCondition condition="satisfied" referencedObjective="z"/>'),
    ),
    /Une règle de « A » parle de l’objectif « z »/,
  ],
])('says what is wrong in a sequencing: %#', (text, words) => {
  expect(findingOf(text, words)).toMatchObject({
    severity: 'wrong',
    place: { file: 'imsmanifest.xml', line: expect.any(Number), clause: 'SCORM 2004 CAM § 5.1' },
  });
  expect(readText(text).manifest).not.toBeNull();
});

test('says the same of the rules of the course itself', () => {
  const rule = RULE(
    'exitConditionRule',
    'exit',
    '<imsss:ruleCondition condition="satisfied" referencedObjective="z"/>',
  );
  const text = manifest2004('4th', { organization: sequencing(`<imsss:controlMode flow="true"/>${rule}`) });
  expect(findingOf(text, /Une règle de « ORG » parle de l’objectif « z »/).severity).toBe('wrong');
});

test('says when more children are drawn than there are', () => {
  const drawing = sequencing('<imsss:randomizationControls selectionTiming="once" selectCount="3"/>');
  const text = manifest2004('4th', { items: item('P', null, item('A', 'RA') + drawing), organization: '' });
  expect(findingOf(text, /doit tirer 3 éléments et n’en contient que 1/).severity).toBe('unusual');
});

const control = (choice: boolean, flow: boolean): string =>
  sequencing(`<imsss:controlMode choice="${choice}" flow="${flow}"/>`);

test.each([
  ['flows', manifest2004(), null, ''],
  ['flows into parts that flow', manifest2004('4th', { items: item('P', null, item('A', 'RA') + FLOWING) }), null, ''],
  [
    'stops before a part that does not flow',
    manifest2004('4th', { items: item('P', null, item('A', 'RA')) }),
    /choisir son premier élément/,
    'unusual',
  ],
  ['is only chosen', manifest2004('4th', { organization: '' }), /choisir son premier élément/, 'unusual'],
  [
    'neither flows nor is chosen',
    manifest2004('4th', { organization: control(false, false) }),
    /ne peut commencer/,
    'wrong',
  ],
  [
    'is chosen in nothing that shows',
    manifest2004('4th', { organization: '', items: item('A', 'RA', '', 'isvisible="false"') }),
    /ne peut commencer/,
    'wrong',
  ],
  [
    'is chosen in a part',
    manifest2004('4th', { organization: control(false, false), items: item('P', null, item('A', 'RA')) }),
    /choisir/,
    'unusual',
  ],
])('says how a course that %s starts', (_, text, words, severity) => {
  if (words === null) expect(readText(text).findings).toEqual([]);
  else expect(findingOf(text, words).severity).toBe(severity);
});

test.each(['2nd', '3rd', '4th'] as const)('has nothing to say of a forced order of the %s edition', (edition) => {
  const text = manifestOfForcedOrder(edition);
  expect(readText(text).findings).toEqual([]);
  expect(accepted(text).organizations[0]!.items[1]!.sequencing).toMatchObject({
    preConditionRules: [{ combination: 'any', action: 'disabled' }],
    objectives: [{ id: 'obj-b', isPrimary: true, minNormalizedMeasure: 0.8 }, { id: 'before' }],
  });
});

test('reads nothing of sequencing in 1.2', () => {
  const text = manifest2004('4th', { version: '1.2', resources: resource('RA') });
  expect(accepted(text).organizations[0]!.sequencing).toBeNull();
  expect(findingOf(text, /« sequencing », dans « organization »/).severity).toBe('unusual');
});
