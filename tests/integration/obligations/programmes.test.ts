import { describe, expect, test } from 'vitest';
import { changeProgramme, type ProgrammeSettings } from '#features/obligations/change-programme.ts';
import { closeProgramme } from '#features/obligations/close-programme.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { findProgramme } from '#features/obligations/queries.ts';
import { reopenProgramme } from '#features/obligations/reopen-programme.ts';
import { loadParcoursPage } from '#features/learning/load-parcours-page.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { actOf, day, PROGRAMME, smallOrganisation, unchanged } from './scene.ts';

const settings: ProgrammeSettings = {
  name: 'Formation 2026',
  deadline: day('2027-01-31'),
  year: 2026,
  graceDays: 15,
  countsFrom: null,
  moduleCodes: ['m1'],
};

async function scene() {
  const { db, people } = await smallOrganisation();
  await insertPublishedModule(db, smallModule({ code: 'm2', slug: 'autre', title: 'Autre' }));
  const personId = people.N1!;
  const on = (text: string) => actOf(people.N2!, text);
  const asked = async (text: string) =>
    (await loadParcoursPage(db, personId, day(text))).programmes.map(({ name }) => name);
  return { db, personId, on, asked };
}

describe('a programme is corrected', () => {
  test('in what is shown at any time, and once', async () => {
    const { db, personId, on } = await scene();
    await designatePerson(db, on('2026-01-06'), { programme: PROGRAMME, personId, from: day('2026-01-06') });
    const change = () => changeProgramme(db, on('2026-03-01'), PROGRAMME, settings);
    expect(await change()).toEqual({ outcome: 'changed' });
    expect(await unchanged(db, change)).toEqual({ outcome: 'unchanged' });
    expect(await findProgramme(db, PROGRAMME)).toMatchObject({
      name: 'Formation 2026',
      deadline: '2027-01-31',
      year: 2026,
      graceDays: 15,
    });
  });

  test('in what it asks, only while no past day was counted with it', async () => {
    const { db, personId, on } = await scene();
    const ask = (differs: Partial<ProgrammeSettings>, date: string) =>
      changeProgramme(db, on(date), PROGRAMME, { ...settings, ...differs });
    expect(await ask({ moduleCodes: ['m2', 'm1'] }, '2026-03-01')).toEqual({ outcome: 'changed' });
    await designatePerson(db, on('2026-03-01'), { programme: PROGRAMME, personId, from: day('2026-03-01') });
    expect(await ask({ moduleCodes: ['m2'] }, '2026-03-01')).toEqual({ outcome: 'changed' });
    for (const differs of [{ moduleCodes: ['m1'] }, { moduleCodes: ['m2'], countsFrom: day('2026-01-01') }])
      expect(await unchanged(db, () => ask(differs, '2026-03-02'))).toEqual({ outcome: 'already-running' });
  });

  test('not when it does not exist, nor by a module that does not', async () => {
    const { db, on } = await scene();
    const run = async () => [
      await changeProgramme(db, on('2026-03-01'), 'nope', settings),
      await changeProgramme(db, on('2026-03-01'), PROGRAMME, { ...settings, moduleCodes: ['m1', 'm9'] }),
    ];
    expect(await unchanged(db, run)).toEqual([
      { outcome: 'no-such-programme' },
      { outcome: 'no-such-module', code: 'm9' },
    ]);
  });
});

describe('a programme that is closed', () => {
  test('asks nothing of anybody from that day, designates nobody, and can be opened again', async () => {
    const { db, personId, on, asked } = await scene();
    const designation = { programme: PROGRAMME, personId, from: day('2026-01-06') };
    await designatePerson(db, on('2026-01-06'), designation);
    expect(await asked('2026-05-01')).toEqual(['Formation']);
    const close = () => closeProgramme(db, on('2026-05-01'), { slug: PROGRAMME });
    expect(await close()).toEqual({ outcome: 'closed' });
    expect(await unchanged(db, close)).toEqual({ outcome: 'already-closed' });
    expect(await asked('2026-05-01')).toEqual([]);
    expect(await unchanged(db, () => designatePerson(db, on('2026-05-02'), designation))).toEqual({
      outcome: 'programme-closed',
    });
    const reopen = () => reopenProgramme(db, on('2026-05-03'), { slug: PROGRAMME });
    expect(await reopen()).toEqual({ outcome: 'reopened' });
    expect(await unchanged(db, reopen)).toEqual({ outcome: 'already-open' });
    expect(await asked('2026-05-03')).toEqual(['Formation']);
  });

  test('has to exist', async () => {
    const { db, on } = await scene();
    const run = async () => [
      await closeProgramme(db, on('2026-05-01'), { slug: 'nope' }),
      await reopenProgramme(db, on('2026-05-01'), { slug: 'nope' }),
    ];
    expect(await unchanged(db, run)).toEqual([{ outcome: 'no-such-programme' }, { outcome: 'no-such-programme' }]);
  });
});
