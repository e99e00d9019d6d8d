import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { amina } from '#db/seeds/cast.ts';
import { ACCOUNT_POLICY } from '#domain/identity/sign-in-pause.ts';
import { changePassword, type ChangePasswordInput } from '#features/sign-in/change-password.ts';
import { loadSignInSession } from '#features/sign-in/load-sign-in-session.ts';
import { resetPassword } from '#features/sign-in/reset-password.ts';
import { sessionIdHash } from '#features/sign-in/session-id-hash.ts';
import { signIn } from '#features/sign-in/sign-in.ts';
import { actAt } from '#tests/support/learner.ts';
import { attempt, PASSWORD, sessionIdFor, withAccount } from './scene.ts';

const NEXT = 'la brume de décembre';
const act = { ...actAt('09:00'), by: amina.personId };

function change(db: Kysely<Database>, differs: Partial<ChangePasswordInput> = {}) {
  const input = { current: PASSWORD, next: NEXT, clientAddress: '192.0.2.7', sessionIdHash: '', ...differs };
  return changePassword(db, act, input);
}

const verbs = async (db: Kysely<Database>) =>
  (await db.selectFrom('journal').select('verb').execute()).map(({ verb }) => verb);

test('a new password replaces the old one, and the journal says so once', async () => {
  const db = await withAccount();
  expect(await change(db)).toEqual({ outcome: 'changed' });
  expect(await signIn(db, attempt())).toEqual({ outcome: 'wrong-credentials' });
  expect(await signIn(db, attempt({ password: NEXT }))).toMatchObject({ outcome: 'signed-in' });
  expect((await verbs(db)).filter((verb) => verb === 'password:change')).toHaveLength(1);
});

test('the same form sent twice, or twice at once, changes it once', async () => {
  for (const send of [
    async (db: Kysely<Database>) => [await change(db), await change(db)],
    (db: Kysely<Database>) => Promise.all([change(db), change(db)]),
  ]) {
    const db = await withAccount();
    expect(await send(db)).toEqual([{ outcome: 'changed' }, { outcome: 'changed' }]);
    expect((await verbs(db)).filter((verb) => verb === 'password:change')).toHaveLength(1);
    expect(await signIn(db, attempt({ password: NEXT }))).toMatchObject({ outcome: 'signed-in' });
  }
});

test('the other sessions end, the one that asks goes on', async () => {
  const db = await withAccount();
  const [here, elsewhere] = [await sessionIdFor(db), await sessionIdFor(db)];
  await change(db, { sessionIdHash: sessionIdHash(here) });
  expect(await loadSignInSession(db, here, act.at)).not.toBeNull();
  expect(await loadSignInSession(db, elsewhere, act.at)).toBeNull();
});

test.each([
  ['too-short', { next: 'onze signes' }],
  ['has-username', { next: 'apprenant-2026' }],
  ['is-current', { next: PASSWORD }],
  ['wrong-current', { current: 'la marée de mars' }],
])('%s: nothing changes', async (outcome, differs) => {
  const db = await withAccount();
  expect(await change(db, differs)).toEqual({ outcome });
  expect(await signIn(db, attempt())).toMatchObject({ outcome: 'signed-in' });
  expect(await verbs(db)).not.toContain('password:change');
});

test('wrong guesses count with those of the sign-in page', async () => {
  const db = await withAccount();
  for (let count = 0; count < ACCOUNT_POLICY.allowedFailures; count++)
    await change(db, { current: `la marée de mars ${count}` });
  expect(await change(db)).toEqual({ outcome: 'must-wait', seconds: 30 });
  expect(await signIn(db, attempt())).toEqual({ outcome: 'must-wait', seconds: 30 });
});

test('a one-time password has to be changed, and then is no more', async () => {
  const db = await withAccount();
  const reset = await resetPassword(db, { ...act, by: null }, { username: amina.username });
  if (reset.outcome !== 'reset') throw new Error(reset.outcome);
  const sessionId = await sessionIdFor(db, { password: reset.password });
  expect(await loadSignInSession(db, sessionId, act.at)).toMatchObject({ signInSession: { mustChangePassword: true } });
  await change(db, { current: reset.password, sessionIdHash: sessionIdHash(sessionId) });
  expect(await loadSignInSession(db, sessionId, act.at)).toMatchObject({
    signInSession: { mustChangePassword: false },
  });
});
