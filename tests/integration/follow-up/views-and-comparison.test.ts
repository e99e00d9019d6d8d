import { expect, test } from 'vitest';
import { ComparisonQuery, loadComparisonPage } from '#features/follow-up/load-comparison-page.ts';
import { deleteView, listSavedViews, saveView, viewAddress } from '#features/follow-up/saved-views.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { act, actorWith, admitTo, followedOrganisation, TODAY } from './followed-organisation.ts';

test('a view is kept under a name, replaced by the same name, and seen by nobody else', async () => {
  const { db } = await followedOrganisation();
  const [mine, other] = [await admitTo(db, 'A'), await admitTo(db, 'A')];
  const acting = { ...act, by: mine };
  expect(await saveView(db, acting, { name: 'Retards', address: '/suivi/A?retard=oui' })).toEqual({ outcome: 'saved' });
  await saveView(db, acting, { name: 'Retards', address: '/suivi/B' });
  expect(await listSavedViews(db, mine)).toMatchObject([{ name: 'Retards', address: '/suivi/B' }]);
  expect(await listSavedViews(db, other)).toEqual([]);
  const [view] = await listSavedViews(db, mine);
  await deleteView(db, other, view!.viewId);
  expect(await listSavedViews(db, mine)).toHaveLength(1);
  await deleteView(db, mine, view!.viewId);
  await deleteView(db, mine, view!.viewId);
  expect(await listSavedViews(db, mine)).toEqual([]);
});

test.each(['https://ailleurs.fr/suivi', '//ailleurs.fr/suivi', '/compte', '/suivix', '/suivi/../compte'])(
  '%s is no view of the follow-up',
  async (address) => {
    const { db } = await followedOrganisation();
    expect(viewAddress(address)).toBeNull();
    const by = await admitTo(db, 'A');
    expect(await saveView(db, { ...act, by }, { name: 'Vue', address })).toEqual({ outcome: 'no-view' });
  },
);

test('two units, or two days, stand side by side; a unit of others does not', async () => {
  const { db } = await followedOrganisation();
  await admitTo(db, 'A1');
  await admitTo(db, 'B');
  const load = async (parameters: Record<string, string>, unitCode = 'TOP') =>
    loadComparisonPage({ db, tasks: testTasks(db) }, await actorWith(db, 'manager', unitCode), {
      query: ComparisonQuery.parse(parameters),
      today: TODAY,
    });
  const counts = (page: Awaited<ReturnType<typeof load>>) => page!.sides?.map((side) => side.counts['not-started']);
  expect(counts(await load({}))).toEqual([2, 2]);
  expect((await load({}))!.asked.map(({ unite, au }) => [unite, au])).toEqual([
    ['TOP', '2026-10-26'],
    ['TOP', '2026-11-23'],
  ]);
  expect(counts(await load({ unite: 'TOP', 'unite-2': 'A' }))).toEqual([2, 1]);
  expect(counts(await load({ au: '2026-01-01', 'au-2': '2026-06-01' }))).toEqual([0, 2]);
  const refused = await load({ 'unite-2': 'B' }, 'A');
  expect(refused!.sides).toBeNull();
  expect(refused!.problems).toEqual([
    'Aucune unité que vous suivez n’a le code ou le nom « B », ou plusieurs ont ce nom : écrivez son code.',
  ]);
});
