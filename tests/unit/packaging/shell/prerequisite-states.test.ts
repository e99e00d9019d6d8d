import { expect, test } from 'vitest';
import type { ItemState } from '#domain/packaging/commit.ts';
import { isDone } from '#domain/packaging/prerequisites.ts';
import { launchAddresses, playedOrganization } from '#features/package-player/load-launch-plan.ts';
import { progressForPrerequisites } from '#features/package-player/shell/prerequisite-states.ts';
import { item, manifest12, resource } from '#tests/support/packages/manifests.ts';
import { accepted } from '../manifest/read-text.ts';
import { statesOf, type Said } from '../states-of.ts';

const MANIFEST = accepted(
  manifest12({
    items: item('H', null, item('A', 'RA') + item('B', 'RB')) + item('N', null),
    resources:
      resource('RA', { type: 'scormtype' }) + resource('RB', { type: 'scormtype', kind: 'asset', href: 'b.html' }),
  }),
  ['imsmanifest.xml', 'a.html', 'b.html'],
);
const PLAN = { organization: playedOrganization(MANIFEST), addresses: launchAddresses(MANIFEST) };

function progressOf(name: string, said: Record<string, Said[]> = {}) {
  const states: Record<string, ItemState> = Object.fromEntries(statesOf(MANIFEST, said));
  return progressForPrerequisites(PLAN, states, name);
}

const status = (lesson_status: string): Said => ({ data: { cmi: { core: { lesson_status } } } });

test('an item is as far as it said', () => {
  expect(progressOf('A')).toBeUndefined();
  expect(progressOf('A', { A: [status('failed')] })).toMatchObject({ success: 'failed' });
});

test('a page that only shows something is done once it was opened', () => {
  expect(progressOf('B')).toBeUndefined();
  expect(isDone(progressOf('B', { B: [{ data: {} }] }) ?? undefined)).toBe(true);
});

test('a heading is done once all below it is; one with nothing below asks for nothing', () => {
  expect(progressOf('H')).toBeUndefined();
  expect(progressOf('H', { A: [status('completed')] })).toMatchObject({ completion: 'incomplete' });
  expect(isDone(progressOf('H', { A: [status('passed')], B: [{ data: {} }] }) ?? undefined)).toBe(true);
  expect(isDone(progressOf('N') ?? undefined)).toBe(true);
});

test('what is in no plan is nothing', () => {
  expect(progressOf('Z')).toBeNull();
});
