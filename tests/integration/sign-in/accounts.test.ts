import { expect, test } from 'vitest';
import { amina, bruno } from '#db/seeds/cast.ts';
import { createAccount } from '#features/sign-in/create-account.ts';
import { loadSignInSession } from '#features/sign-in/load-sign-in-session.ts';
import { resetPassword } from '#features/sign-in/reset-password.ts';
import { signIn } from '#features/sign-in/sign-in.ts';
import { actAt, admit } from '#tests/support/learner.ts';
import { attempt, PASSWORD, sessionIdFor, withAccount } from './scene.ts';

const act = { ...actAt('09:00'), by: null };
const account = { personId: amina.personId, username: amina.username, password: PASSWORD, mustChangePassword: false };

test('an account keeps a salted hash of its password, and the journal its opening', async () => {
  const db = await withAccount();
  const { password_hash } = await db.selectFrom('account').select('password_hash').executeTakeFirstOrThrow();
  expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const deed = await db.selectFrom('journal').where('verb', '=', 'account:create').selectAll().executeTakeFirst();
  expect(deed).toMatchObject({ subject_id: amina.personId, detail: '{}' });
});

test('a person has one account, and an identifier one person, whatever the capitals', async () => {
  const db = await withAccount();
  expect(await createAccount(db, act, { ...account, username: 'amina' })).toEqual({ outcome: 'has-account' });
  await admit(db, bruno);
  const taken = { ...account, personId: bruno.personId, username: 'APPRENANT' };
  expect(await createAccount(db, act, taken)).toEqual({ outcome: 'username-taken' });
});

test('resetting a password gives a one-time one, ends the sessions and is in the journal', async () => {
  const db = await withAccount();
  const sessionId = await sessionIdFor(db);
  const reset = await resetPassword(db, act, { username: amina.username });
  expect(reset).toEqual({ outcome: 'reset', password: expect.stringMatching(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/) });
  expect(await loadSignInSession(db, sessionId, act.at)).toBeNull();
  expect(await signIn(db, attempt())).toEqual({ outcome: 'wrong-credentials' });
  const deed = await db.selectFrom('journal').where('verb', '=', 'password:reset').selectAll().executeTakeFirst();
  expect(deed).toMatchObject({ subject_id: amina.personId, detail: '{}' });
});

test('resetting twice gives two passwords, and only the last one opens', async () => {
  const db = await withAccount();
  const passwords = [];
  for (let count = 0; count < 2; count++) {
    const reset = await resetPassword(db, act, { username: amina.username });
    if (reset.outcome === 'reset') passwords.push(reset.password);
  }
  expect(new Set(passwords).size).toBe(2);
  expect(await signIn(db, attempt({ password: passwords[0]! }))).toEqual({ outcome: 'wrong-credentials' });
  expect(await signIn(db, attempt({ password: passwords[1]! }))).toMatchObject({ outcome: 'signed-in' });
});

test('an identifier that nobody has cannot be reset', async () => {
  const db = await withAccount();
  expect(await resetPassword(db, act, { username: 'personne' })).toEqual({ outcome: 'no-such-account' });
});
