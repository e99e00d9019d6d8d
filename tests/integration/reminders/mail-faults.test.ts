import { expect, test } from 'vitest';
import { addDuration, hours, minutes } from '#domain/time/instant.ts';
import { retryFailures } from '#features/reminders/retry-failures.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import {
  actAt,
  admitWithAddress,
  followedOrganisation,
  look,
  managerOf,
  release,
  statesOf,
  THURSDAY,
} from './scene.ts';

const later = (count: number) => addDuration(THURSDAY, minutes(count));

test('an address that is refused fails with its reason; the others get theirs, and it can be tried again', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'a@exemple.test');
  const personId = await admitWithAddress(db, 'A', 'faux@exemple.test');
  await admitWithAddress(db, 'A', 'z@exemple.test');
  const answerTo = (address: string) => (address.startsWith('faux') ? '550 5.1.1 no such mailbox' : null);
  const server = await startMailServer({ answerTo });
  const sendingId = await release(db, 'A');
  await look(db, server.url);
  expect(await statesOf(db, sendingId)).toEqual({
    'a@exemple.test': 'sent',
    'faux@exemple.test': 'failed',
    'z@exemple.test': 'sent',
  });
  const { failure } = await db
    .selectFrom('reminder')
    .where('state', '=', 'failed')
    .select('failure')
    .executeTakeFirstOrThrow();
  expect(failure).toBe(
    'Le serveur de messagerie refuse cette adresse ou ce message. Sa réponse : « 550 5.1.1 no such mailbox ».',
  );
  const actor = await managerOf(db, 'A');
  await db.updateTable('person').set({ email: 'vraie@exemple.test' }).where('id', '=', personId).execute();
  expect(await retryFailures(db, actAt(THURSDAY), actor, sendingId)).toEqual({ outcome: 'retried' });
  expect(await retryFailures(db, actAt(THURSDAY), actor, sendingId)).toEqual({ outcome: 'nothing-failed' });
  await look(db, server.url, later(1));
  expect(server.received.map(({ to }) => to).sort()).toEqual([
    'a@exemple.test',
    'vraie@exemple.test',
    'z@exemple.test',
  ]);
});

test('an address that is put off is tried again later, and given up after five times', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'a@exemple.test');
  let isBusy = true;
  const server = await startMailServer({ answerTo: () => (isBusy ? '450 4.2.0 try again later' : null) });
  const sendingId = await release(db, 'A');
  await look(db, server.url);
  expect(await statesOf(db, sendingId)).toEqual({ 'a@exemple.test': 'pending' });
  isBusy = false;
  await look(db, server.url, later(14));
  expect(server.received).toHaveLength(0);
  await look(db, server.url, later(15));
  expect(server.received).toHaveLength(1);

  isBusy = true;
  await admitWithAddress(db, 'B', 'b@exemple.test');
  const other = await release(db, 'B');
  for (const hour of [0, 1, 2, 4, 6]) await look(db, server.url, addDuration(THURSDAY, hours(hour)));
  expect(await statesOf(db, other)).toEqual({ 'b@exemple.test': 'failed' });
});

test('a mail server that is down fails nobody: the reason is shown, and letters leave once it is back', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'a@exemple.test');
  await admitWithAddress(db, 'A', 'b@exemple.test');
  const down = await startMailServer();
  await down.stop();
  const sendingId = await release(db, 'A');
  await look(db, down.url);
  expect(Object.values(await statesOf(db, sendingId))).toEqual(['pending', 'pending']);
  const problemOf = () =>
    db
      .selectFrom('reminder_sending')
      .where('id', '=', sendingId)
      .select(['problem', 'problem_at'])
      .executeTakeFirstOrThrow();
  expect((await problemOf()).problem).toMatch(/^Le serveur de messagerie ne répond pas\./);
  const server = await startMailServer({ port: Number(new URL(down.url).port) });
  await look(db, server.url, later(1));
  expect(Object.values(await statesOf(db, sendingId))).toEqual(['sent', 'sent']);
  expect(await problemOf()).toEqual({ problem: null, problem_at: null });
});

test.each([
  [
    'a wrong password',
    { account: { user: 'reperes', pass: 'juste' } },
    (url: string) => url.replace('juste', 'faux'),
    /REPERES_SMTP_URL/,
  ],
  ['a sender that is refused', { answerFrom: () => '553 5.7.1 not yours' }, (url: string) => url, /REPERES_MAIL_FROM/],
  ['a server that closes', { answerTo: () => '421 4.3.2 closing' }, (url: string) => url, /ne répond pas/],
])('%s is no fault of a person’s: everybody goes on waiting', async (_, behaviour, urlOf, words) => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'a@exemple.test');
  const server = await startMailServer(behaviour);
  const sendingId = await release(db, 'A');
  await look(db, urlOf(server.url));
  expect(await statesOf(db, sendingId)).toEqual({ 'a@exemple.test': 'pending' });
  const { problem } = await db.selectFrom('reminder_sending').select('problem').executeTakeFirstOrThrow();
  expect(problem).toMatch(words);
});

test('a server that asks for a name and a password gets them', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'a@exemple.test');
  const server = await startMailServer({ account: { user: 'reperes', pass: 'juste' } });
  await release(db, 'A');
  await look(db, server.url);
  expect(server.received).toHaveLength(1);
});

test('a restart in the middle takes up what waits, and says of the letter in hand that nobody knows', async () => {
  const { db } = await followedOrganisation();
  for (const name of ['a', 'b', 'c', 'd']) await admitWithAddress(db, 'A', `${name}@exemple.test`);
  let isStopping = false;
  const server = await startMailServer({ beforeTaking: () => void (isStopping = true) });
  const sendingId = await release(db, 'A');
  await look(db, server.url, THURSDAY, { isStopping: () => isStopping });
  expect(server.received).toHaveLength(1);
  // The process ends while the next letter is being handed over.
  const { id } = await db
    .selectFrom('reminder')
    .where('state', '=', 'pending')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  await db.updateTable('reminder').set({ state: 'taken', taken_at: THURSDAY }).where('id', '=', id).execute();

  await look(db, server.url, later(11));
  expect(server.received).toHaveLength(3);
  expect(Object.values(await statesOf(db, sendingId)).sort()).toEqual(['failed', 'sent', 'sent', 'sent']);
  const { failure } = await db.selectFrom('reminder').where('id', '=', id).select('failure').executeTakeFirstOrThrow();
  expect(failure).toBe('Le service s’est arrêté pendant la remise : le message est peut-être parti.');
  await retryFailures(db, actAt(later(12)), await managerOf(db, 'A'), sendingId);
  await look(db, server.url, later(12));
  expect(new Set(server.received.map(({ to }) => to)).size).toBe(4);
});

test('a connection cut while a letter is handed over leaves it uncertain, and is not tried again by itself', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'a@exemple.test');
  await admitWithAddress(db, 'A', 'b@exemple.test');
  let cuts = 1;
  const server = await startMailServer({ beforeTaking: (_, cut) => (cuts-- > 0 ? cut() : undefined) });
  const sendingId = await release(db, 'A');
  await look(db, server.url);
  await look(db, server.url, later(1));
  expect(Object.values(await statesOf(db, sendingId)).sort()).toEqual(['failed', 'sent']);
  expect(server.received).toHaveLength(1);
});
