import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { up } from '#db/migrations/20261127T1100-hr-numbers-in-one-form.ts';
import { amina, bruno, chloe } from '#db/seeds/cast.ts';
import { findByKey } from '#features/people/find-people-queries.ts';
import { CorrectPersonForm, CreatePersonForm, DelegateFollowUpForm } from '#features/people/forms.ts';
import { newId } from '#platform/ids.ts';
import { admit } from '#tests/support/learner.ts';
import { testDatabase } from '#tests/support/test-database.ts';

test('a form takes a number as it is written, and keeps it in one form', () => {
  const identity = { personId: newId(), givenName: 'A', familyName: 'B', status: 'civilian' };
  const place = { unitCode: 'ORG', fromDate: '2026-11-23' };
  const written = ' d\u2011000 001 ';
  expect(CreatePersonForm.parse({ ...identity, ...place, hrNumber: written }).hrNumber).toBe('D-000001');
  expect(CorrectPersonForm.parse({ ...identity, hrNumber: written }).hrNumber).toBe('D-000001');
  expect(CorrectPersonForm.parse({ ...identity, hrNumber: ' ' }).hrNumber).toBeNull();
  expect(CorrectPersonForm.safeParse({ ...identity, hrNumber: 'D1;D2' }).success).toBe(false);
  const delegation = { place: 'suivi', unitCode: 'ORG', from: '2026-11-24', through: '2026-11-25', reason: 'Congé' };
  expect(DelegateFollowUpForm.parse({ ...delegation, hrNumber: written }).hrNumber).toBe('D-000001');
});

test('somebody is found by their number, however it is typed', async () => {
  const db = await testDatabase();
  await admit(db);
  const [found] = await findByKey(db, 'd 000001'.replace(' ', '\u2010'));
  expect(found).toMatchObject({ hrNumber: amina.hrNumber });
});

test('numbers that were kept as they were written take their form, and nobody is merged', async () => {
  const db = await testDatabase();
  for (const member of [amina, bruno, chloe]) await admit(db, member);
  const write = (personId: string, number: string) =>
    db.updateTable('person').set({ hr_number: number }).where('id', '=', personId).execute();
  await write(amina.personId, 'M 12');
  await write(bruno.personId, 'm12');
  await write(chloe.personId, 'c\u20113');
  const numbers = async () =>
    (await db.selectFrom('person').select(['id', 'hr_number']).execute()).map(({ hr_number }) => hr_number).sort();
  await up(db as Kysely<unknown>);
  const once = await numbers();
  expect(once).toContain('M12');
  expect(once).toContain('C-3');
  expect(once.filter((number) => number === 'M 12' || number === 'm12')).toHaveLength(1);
  await up(db as Kysely<unknown>);
  expect(await numbers()).toEqual(once);
});
