import { describe, expect, test } from 'vitest';
import { changeGroup } from '#features/obligations/change-group.ts';
import { closeProgramme } from '#features/obligations/close-programme.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { endDesignation } from '#features/obligations/end-designation.ts';
import type { GroupChange, PeopleSelection } from '#features/obligations/people-selection.ts';
import { previewGroup } from '#features/obligations/preview-group.ts';
import { findProgrammeId } from '#features/obligations/queries.ts';
import { movePerson } from '#features/people/move-person.ts';
import { actOf, day, PROGRAMME, smallOrganisation, unchanged } from './scene.ts';

const NOBODY_ASKED: PeopleSelection = { unitCode: null, status: null, rankGroup: null, job: null, numbers: null };

async function scene() {
  const { db, people } = await smallOrganisation();
  const numberOf = new Map(Object.entries(people).map(([number, id]) => [id, number]));
  const on = (text: string) => actOf(people.N2!, text);
  const changeOf = (selection: Partial<PeopleSelection>, differs: Partial<GroupChange> = {}): GroupChange => ({
    programme: PROGRAMME,
    kind: 'designate',
    selection: { ...NOBODY_ASKED, ...selection },
    on: day('2026-03-01'),
    reason: null,
    ...differs,
  });
  const preview = async (change: GroupChange) =>
    previewGroup(db, (await findProgrammeId(db, PROGRAMME))!, change, day('2026-03-01'));
  const apply = async (change: GroupChange, date = '2026-03-01') =>
    changeGroup(db, on(date), change, (await preview(change)).changeCount);
  const designated = async () =>
    (await db.selectFrom('designation').select('person_id').where('to_date', 'is', null).execute())
      .map((row) => numberOf.get(row.person_id))
      .sort();
  return { db, people, on, changeOf, preview, apply, designated };
}

describe('a group of people is designated', () => {
  test.each([
    ['a unit with what is below it', { unitCode: 'A' }, ['N1', 'N2']],
    ['a status', { status: 'military' }, ['N1', 'N3']],
    ['a rank group, whatever its capitals', { rankGroup: 'OFFICIER' }, ['N1', 'N3']],
    ['a job', { job: 'Juriste' }, ['N2', 'N3']],
    ['several criteria, which all hold', { unitCode: 'TOP', status: 'military', job: 'juriste' }, ['N3']],
    ['a list by hand', { numbers: ['N4', 'N1'] }, ['N1', 'N4']],
  ] as const)('by %s, as it was shown', async (_, selection, expected) => {
    const { preview, apply, changeOf, designated } = await scene();
    const change = changeOf(selection as Partial<PeopleSelection>);
    const shown = await preview(change);
    expect(shown.changeCount).toBe(expected.length);
    expect(shown.sample.map(({ hrNumber }) => hrNumber)).toEqual(expected);
    expect(await apply(change)).toEqual({ outcome: 'changed', count: expected.length });
    expect(await designated()).toEqual(expected);
  });

  test('today at the earliest; those who are designated stay as they are, and a second time changes nothing', async () => {
    const { db, people, on, changeOf, preview, apply } = await scene();
    await designatePerson(db, on('2026-02-01'), {
      programme: PROGRAMME,
      personId: people.N1!,
      from: day('2026-02-01'),
    });
    const change = changeOf({ unitCode: 'A' }, { on: day('2026-01-01') });
    expect(await preview(change)).toMatchObject({ foundCount: 2, changeCount: 1 });
    await apply(change);
    expect(await db.selectFrom('designation').select('from_date').orderBy('from_date').execute()).toEqual([
      { from_date: '2026-02-01' },
      { from_date: '2026-03-01' },
    ]);
    expect(await unchanged(db, () => apply(change))).toEqual({ outcome: 'changed', count: 0 });
  });

  test('where a designation is to end, the new one takes over', async () => {
    const { db, people, on, changeOf, apply } = await scene();
    const personId = people.N1!;
    await designatePerson(db, on('2026-03-01'), { programme: PROGRAMME, personId, from: day('2026-03-01') });
    const { id } = await db.selectFrom('designation').select('id').executeTakeFirstOrThrow();
    await endDesignation(db, on('2026-03-01'), {
      personId,
      designationId: id,
      to: day('2026-06-01'),
      reason: 'Mission',
    });
    expect(await apply(changeOf({ numbers: ['N1'] }))).toEqual({ outcome: 'changed', count: 1 });
    expect(await db.selectFrom('designation').where('to_date', 'is', null).select('from_date').execute()).toEqual([
      { from_date: '2026-06-01' },
    ]);
  });

  test('in one line of the journal, which names no HR number', async () => {
    const { db, changeOf, apply } = await scene();
    await apply(changeOf({ numbers: ['N1', 'N4'] }));
    const deeds = await db.selectFrom('journal').where('verb', '=', 'people:designate').select('detail').execute();
    expect(deeds.map(({ detail }) => JSON.parse(detail) as unknown)).toEqual([
      {
        programme: PROGRAMME,
        on: '2026-03-01',
        count: 2,
        unit: null,
        status: null,
        rankGroup: null,
        job: null,
        listed: 2,
      },
    ]);
  });

  test('not when one HR number is unknown, nor by a programme that is closed or does not exist', async () => {
    const { db, on, changeOf, apply } = await scene();
    expect(await unchanged(db, () => apply(changeOf({ numbers: ['N1', 'X9'] })))).toEqual({
      outcome: 'unknown-numbers',
      numbers: ['X9'],
    });
    const elsewhere = changeOf({ numbers: ['N1'] }, { programme: 'nope' });
    expect(await changeGroup(db, on('2026-03-01'), elsewhere, 1)).toEqual({ outcome: 'no-such-programme' });
    await closeProgramme(db, on('2026-03-01'), { slug: PROGRAMME });
    expect(await unchanged(db, () => apply(changeOf({ unitCode: 'A' })))).toEqual({ outcome: 'programme-closed' });
  });

  test('not when it has become another group than was shown', async () => {
    const { db, people, on, changeOf, preview } = await scene();
    const change = changeOf({ unitCode: 'A' });
    const { changeCount } = await preview(change);
    await movePerson(db, on('2026-03-01'), { personId: people.N3!, unitCode: 'A1', on: day('2026-03-01') });
    const late = () => changeGroup(db, on('2026-03-01'), change, changeCount);
    expect(await unchanged(db, late)).toMatchObject({ outcome: 'stale', preview: { changeCount: 3 } });
  });
});

test('the designations of a group are ended: past days keep them, those that begin that day are gone', async () => {
  const { db, people, on, changeOf, apply, designated } = await scene();
  const programme = PROGRAMME;
  await designatePerson(db, on('2026-02-01'), { programme, personId: people.N1!, from: day('2026-02-01') });
  await designatePerson(db, on('2026-03-01'), { programme, personId: people.N2!, from: day('2026-03-01') });
  await designatePerson(db, on('2026-02-01'), { programme, personId: people.N3!, from: day('2026-02-01') });
  const change = changeOf({ unitCode: 'A' }, { kind: 'end', reason: 'Fin de la fonction' });
  expect(await apply(change)).toEqual({ outcome: 'changed', count: 2 });
  expect(await designated()).toEqual(['N3']);
  expect(
    await db.selectFrom('designation').where('to_date', 'is not', null).select(['to_date', 'end_reason']).execute(),
  ).toEqual([{ to_date: '2026-03-01', end_reason: 'Fin de la fonction' }]);
  expect(await unchanged(db, () => apply(change))).toEqual({ outcome: 'changed', count: 0 });
});
