import { describe, expect, test, vi } from 'vitest';
import { ACCOUNT_POLICY, ADDRESS_POLICY } from '#domain/identity/sign-in-pause.ts';
import { addDuration, seconds } from '#domain/time/instant.ts';
import { isPassword } from '#features/sign-in/passwords.ts';
import { signIn } from '#features/sign-in/sign-in.ts';
import { attempt, withAccount } from './scene.ts';

const nothing = async () => false;

test('the right password opens a session and dates the sign-in', async () => {
  const db = await withAccount();
  expect(await signIn(db, attempt())).toEqual({ outcome: 'signed-in', sessionId: expect.any(String) });
  const account = await db.selectFrom('account').select('last_signed_in_at').executeTakeFirstOrThrow();
  expect(account.last_signed_in_at).toBe(attempt().now);
});

test('the identifier may be typed in capitals', async () => {
  const db = await withAccount();
  expect(await signIn(db, attempt({ username: 'APPRENANT' }))).toMatchObject({ outcome: 'signed-in' });
});

test('signing in twice opens two sessions', async () => {
  const db = await withAccount();
  await signIn(db, attempt());
  await signIn(db, attempt());
  expect(await db.selectFrom('sign_in_session').select('person_id').execute()).toHaveLength(2);
});

test('an unknown account and a wrong password get the same answer for the same work', async () => {
  const db = await withAccount();
  const verify = vi.fn(isPassword);
  const unknown = await signIn(db, attempt({ username: 'personne', verify }));
  expect(verify).toHaveBeenCalledTimes(1);
  const wrong = await signIn(db, attempt({ password: 'la marée de décembre', verify }));
  expect(verify).toHaveBeenCalledTimes(2);
  expect([unknown, wrong]).toEqual([{ outcome: 'wrong-credentials' }, { outcome: 'wrong-credentials' }]);
  const settings = verify.mock.calls.map(([, hash]) => hash.split('$').slice(0, 4));
  expect(settings[0]).toEqual(settings[1]);
});

describe('too many failures', () => {
  const failures = (count: number, differs: (index: number) => object) =>
    Array.from({ length: count }, (_, index) => attempt({ verify: nothing, ...differs(index) }));

  test('make the account wait, even with the right password, and the work is not done', async () => {
    const db = await withAccount();
    for (const input of failures(ACCOUNT_POLICY.allowedFailures, () => ({}))) await signIn(db, input);
    const verify = vi.fn(isPassword);
    expect(await signIn(db, attempt({ verify }))).toEqual({ outcome: 'must-wait', seconds: 30 });
    expect(verify).not.toHaveBeenCalled();
    const later = addDuration(attempt().now, seconds(30));
    expect(await signIn(db, attempt({ now: later }))).toMatchObject({ outcome: 'signed-in' });
  });

  test('sent all at once are no more than the same ones one by one', async () => {
    const db = await withAccount();
    const verify = vi.fn(nothing);
    await Promise.all(failures(40, () => ({ verify })).map((input) => signIn(db, input)));
    expect(verify).toHaveBeenCalledTimes(ACCOUNT_POLICY.allowedFailures);
  });

  test('make an account that does not exist wait as well', async () => {
    const db = await withAccount();
    const username = 'personne';
    for (const input of failures(ACCOUNT_POLICY.allowedFailures, () => ({ username }))) await signIn(db, input);
    expect(await signIn(db, attempt({ username }))).toEqual({ outcome: 'must-wait', seconds: 30 });
  });

  test('are forgotten by a success', async () => {
    const db = await withAccount();
    const once = ACCOUNT_POLICY.allowedFailures - 1;
    for (let round = 0; round < 2; round++) {
      for (const input of failures(once, () => ({}))) await signIn(db, input);
      expect(await signIn(db, attempt())).toMatchObject({ outcome: 'signed-in' });
    }
  });

  test('of one account leave the others of the same address alone, until there are very many', async () => {
    const db = await withAccount();
    const others = failures(ADDRESS_POLICY.allowedFailures, (index) => ({ username: `autre-${index}` }));
    for (const input of others.slice(1)) await signIn(db, input);
    expect(await signIn(db, attempt())).toMatchObject({ outcome: 'signed-in' });
    await signIn(db, others[0]!);
    expect(await signIn(db, attempt())).toEqual({ outcome: 'must-wait', seconds: 10 });
    expect(await signIn(db, attempt({ clientAddress: '192.0.2.8' }))).toMatchObject({ outcome: 'signed-in' });
  });

  test('say nothing of who failed, nor from where', async () => {
    const db = await withAccount();
    await signIn(db, attempt({ verify: nothing }));
    const rows = JSON.stringify(await db.selectFrom('sign_in_failure').selectAll().execute());
    expect(rows).not.toMatch(/apprenant|192\.0\.2/);
  });
});
