import { createHash } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { amina, bruno } from '#db/seeds/cast.ts';
import { hours, minutes, type Duration } from '#domain/time/instant.ts';
import { endAllSessions } from '#features/sign-in/end-all-sessions.ts';
import { endSession } from '#features/sign-in/end-session.ts';
import { loadSignInSession } from '#features/sign-in/load-sign-in-session.ts';
import { listSessions } from '#features/sign-in/queries.ts';
import { signOut } from '#features/sign-in/sign-out.ts';
import { systemClock } from '#platform/clock.ts';
import { admit } from '#tests/support/learner.ts';
import { openAccount, sessionIdFor, withAccount } from './scene.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00Z') });
  return () => vi.useRealTimers();
});

const now = () => systemClock.now();
const goOn = ({ milliseconds }: Duration) => vi.setSystemTime(Date.now() + milliseconds);

test('a session says who it is, and the secret itself is nowhere in the database', async () => {
  const db = await withAccount();
  const sessionId = await sessionIdFor(db);
  const found = await loadSignInSession(db, sessionId, now());
  expect(found).toMatchObject({
    actor: { personId: amina.personId, givenName: 'Amina' },
    signInSession: { userAgent: 'Firefox', mustChangePassword: false },
    isRenewed: false,
  });
  const rows = await db.selectFrom('sign_in_session').selectAll().execute();
  expect(rows.map((row) => row.id_hash)).toEqual([createHash('sha256').update(sessionId).digest('hex')]);
  expect(JSON.stringify(rows)).not.toContain(sessionId);
});

test('the hash of a session is not a session', async () => {
  const db = await withAccount();
  const sessionId = await sessionIdFor(db);
  expect(await loadSignInSession(db, createHash('sha256').update(sessionId).digest('hex'), now())).toBeNull();
});

test('a session is renewed when half of its twelve hours have passed, and not before', async () => {
  const db = await withAccount();
  const sessionId = await sessionIdFor(db);
  goOn(minutes(5 * 60 + 59));
  expect(await loadSignInSession(db, sessionId, now())).toMatchObject({ isRenewed: false });
  goOn(minutes(2));
  expect(await loadSignInSession(db, sessionId, now())).toMatchObject({ isRenewed: true });
  expect(await loadSignInSession(db, sessionId, now())).toMatchObject({ isRenewed: false });
  goOn(hours(11));
  expect(await loadSignInSession(db, sessionId, now())).not.toBeNull();
});

test('a session that was not used for twelve hours is refused and removed', async () => {
  const db = await withAccount();
  const sessionId = await sessionIdFor(db);
  goOn(hours(12));
  expect(await loadSignInSession(db, sessionId, now())).toBeNull();
  expect(await listSessions(db, amina.personId)).toEqual([]);
});

test('signing in removes the sessions of everybody that have expired', async () => {
  const db = await withAccount();
  await sessionIdFor(db);
  goOn(hours(13));
  await sessionIdFor(db);
  expect(await listSessions(db, amina.personId)).toHaveLength(1);
});

test('signing out ends one session, twice as well as once', async () => {
  const db = await withAccount();
  const [here, elsewhere] = [await sessionIdFor(db), await sessionIdFor(db)];
  const { signInSession } = (await loadSignInSession(db, here, now()))!;
  await signOut(db, signInSession.idHash);
  await signOut(db, signInSession.idHash);
  expect(await loadSignInSession(db, here, now())).toBeNull();
  expect(await loadSignInSession(db, elsewhere, now())).not.toBeNull();
});

test('somebody ends a session of theirs, never one of another person', async () => {
  const db = await withAccount();
  await admit(db, bruno);
  await openAccount(db, bruno);
  const sessionId = await sessionIdFor(db);
  const { idHash } = (await loadSignInSession(db, sessionId, now()))!.signInSession;
  await endSession(db, bruno.personId, idHash);
  expect(await loadSignInSession(db, sessionId, now())).not.toBeNull();
  await endSession(db, amina.personId, idHash);
  await endSession(db, amina.personId, idHash);
  expect(await loadSignInSession(db, sessionId, now())).toBeNull();
});

test('signing out everywhere ends all sessions of that person only', async () => {
  const db = await withAccount();
  await admit(db, bruno);
  await openAccount(db, bruno);
  const mine = [await sessionIdFor(db), await sessionIdFor(db)];
  const theirs = await sessionIdFor(db, { username: bruno.username });
  await endAllSessions(db, amina.personId);
  await endAllSessions(db, amina.personId);
  for (const sessionId of mine) expect(await loadSignInSession(db, sessionId, now())).toBeNull();
  expect(await loadSignInSession(db, theirs, now())).not.toBeNull();
});
