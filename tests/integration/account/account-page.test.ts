import { expect, test } from 'vitest';
import { amina } from '#db/seeds/cast.ts';
import { addDuration, hours } from '#domain/time/instant.ts';
import { keptData } from '#features/account/kept-data.ts';
import { loadAccountPage } from '#features/account/load-account-page.ts';
import { giveRole } from '#features/people/give-role.ts';
import { createAccount } from '#features/sign-in/create-account.ts';
import { insertSession } from '#features/sign-in/queries.ts';
import { actAt, admit } from '#tests/support/learner.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const act = actAt('09:00');
const actor = { ...amina, roles: [] };

async function loadAmina() {
  const db = await testDatabase();
  await admit(db);
  await createAccount(db, act, { ...amina, password: 'la marée de novembre', mustChangePassword: false });
  await giveRole(db, act, { personId: amina.personId, role: 'manager', unitCode: amina.unitCode });
  for (const [idHash, openFor] of [
    ['here', hours(12)],
    ['elsewhere', hours(1)],
    ['expired', hours(0)],
  ] as const)
    await insertSession(db, {
      idHash,
      personId: amina.personId,
      createdAt: act.at,
      expiresAt: addDuration(act.at, openFor),
      userAgent: 'Firefox/140.0 (Windows)',
    });
  return loadAccountPage(db, actor, { now: act.at, sessionIdHash: 'here' });
}

test('somebody sees who they are here, with their unit and roles', async () => {
  const { identity, roles } = await loadAmina();
  expect(identity).toMatchObject({ username: 'apprenant', unitName: amina.unitCode, hrNumber: amina.hrNumber });
  expect(roles).toEqual([{ role: 'manager', unitName: amina.unitCode }]);
});

test('somebody recognises their open sessions', async () => {
  const { sessions } = await loadAmina();
  expect(sessions).toEqual([
    expect.objectContaining({ idHash: 'here', browser: 'Firefox sous Windows', isCurrent: true }),
    expect.objectContaining({ idHash: 'elsewhere', isCurrent: false }),
  ]);
});

test('somebody reads how much is kept of each kind, and what is not there is not told', async () => {
  const { kept } = await loadAmina();
  expect(kept).toMatchObject({ memberships: 1, sessions: 3, deeds: 2, attempts: 0 });
  const counts = Object.fromEntries(keptData(kept, []).map(({ title, counts }) => [title, counts]));
  expect(counts['Identité']).toEqual(['1\u00a0affectation']);
  expect(counts['Traces de votre travail']).toEqual([]);
  expect(counts['Journal']).toEqual(['2\u00a0lignes']);
});

test('of traces, nobody but the person and, in totals, the trainers is said to see anything', async () => {
  const { kept } = await loadAmina();
  const traces = keptData(kept, []).find(({ title }) => title.startsWith('Traces'));
  expect(traces?.seenBy).not.toMatch(/responsable|hiérarchie|administrateur/i);
});
