import { expect, test } from 'vitest';
import { createUnit } from '#features/people/create-unit.ts';
import { unitCodeOf } from '#features/people/unit-code-of.ts';
import { actAt } from '#tests/support/learner.ts';
import { testDatabase } from '#tests/support/test-database.ts';

test('a unit is meant by its code or by a name that it alone has; otherwise the text stays what it is', async () => {
  const db = await testDatabase();
  const act = { ...actAt('08:00'), by: null };
  const units = [
    ['ORG', 'Direction', null],
    ['A-1', 'Flottille de surface', 'ORG'],
    ['A-2', 'Soutien', 'ORG'],
    ['A-3', 'Soutien', 'ORG'],
    ['A-4', 'Atelier', 'ORG'],
    ['A-5', 'Atelier', 'ORG'],
    ['SOUTIEN', 'Magasin', 'ORG'],
  ] as const;
  for (const [code, name, parentCode] of units) await createUnit(db, act, { code, name, parentCode });
  await db.updateTable('unit').set({ closed_on: '2026-11-01' }).where('code', '=', 'A-5').execute();
  const meant: Record<string, string> = {};
  for (const text of ['A-1', ' a-1 ', 'flottille de SURFACE', 'Flottille', 'Atelier', 'Soutien', 'Nulle part', ''])
    meant[text] = await unitCodeOf(db, text);
  expect(meant).toEqual({
    'A-1': 'A-1',
    ' a-1 ': 'A-1',
    'flottille de SURFACE': 'A-1',
    Flottille: 'Flottille',
    Atelier: 'A-4',
    Soutien: 'SOUTIEN',
    'Nulle part': 'Nulle part',
    '': '',
  });
});
