import { expect, test } from 'vitest';
import { describeManifest } from '#domain/packaging/manifest/describe-manifest.ts';
import {
  item,
  manifest12,
  manifest2004,
  manifestOfForcedOrder,
  organization,
  resource,
  sequencing,
} from '#tests/support/packages/manifests.ts';
import { accepted } from './read-text.ts';

test('counts what a package of 1.2 holds, in the organisation that is played', () => {
  const items = item(
    'P',
    null,
    item('A', 'RA', '<adlcp:masteryscore>80</adlcp:masteryscore>') +
      item('B', 'RB', '<adlcp:prerequisites type="aicc_script">A</adlcp:prerequisites>'),
  );
  const text = manifest12({
    organizations: organization('ORG', items) + organization('X', item('Z', 'RA')),
    resources:
      resource('RA', { type: 'scormtype' }) + resource('RB', { type: 'scormtype', kind: 'asset', href: 'b.html' }),
  });
  expect(describeManifest(accepted(text))).toEqual({
    organizations: 2,
    items: 2,
    headings: 1,
    scos: 1,
    assets: 1,
    resources: 2,
    depth: 2,
    objectives: 0,
    globalObjectives: [],
    masteryScores: [{ item: 'A', title: 'Élément A', score: 80, isScaled: false }],
    prerequisites: [{ item: 'B', title: 'Élément B', script: 'A' }],
    sequencing: [],
    start: 'choice',
  });
});

test('counts what a package of 2004 holds', () => {
  expect(describeManifest(accepted(manifestOfForcedOrder()))).toMatchObject({
    items: 2,
    headings: 0,
    depth: 1,
    objectives: 3,
    globalObjectives: ['global-a', 'global-b'],
    masteryScores: [
      { item: 'A', score: 0.8, isScaled: true },
      { item: 'B', score: 0.8, isScaled: true },
    ],
    sequencing: ['rules', 'globalObjectives'],
    start: 'flow',
  });
});

test.each([
  ['<imsss:controlMode forwardOnly="true"/>', 'forcedOrder'],
  ['<imsss:controlMode flow="true" choice="false"/>', 'forcedOrder'],
  ['<imsss:limitConditions attemptLimit="1"/>', 'attemptLimits'],
  ['<imsss:randomizationControls randomizationTiming="once"/>', 'randomization'],
  ['<adlseq:constrainedChoiceConsiderations constrainChoice="true"/>', 'constrainedChoice'],
])('tells what sequencing %s uses', (inside, use) => {
  const text = manifest2004('4th', { items: item('A', 'RA', sequencing(inside)) });
  expect(describeManifest(accepted(text)).sequencing).toEqual([use]);
});

test('tells that controls are hidden and data shared', () => {
  const inside =
    '<adlcp:data><adlcp:map targetID="t"/></adlcp:data><adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>exit</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>';
  expect(describeManifest(accepted(manifest2004('4th', { items: item('A', 'RA', inside) }))).sequencing).toEqual([
    'sharedData',
    'hiddenControls',
  ]);
});
