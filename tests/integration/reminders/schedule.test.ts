import { expect, test } from 'vitest';
import { addDuration, days, minutes, parseInstant } from '#domain/time/instant.ts';
import { addReminderStep, removeReminderStep } from '#features/reminders/change-schedule.ts';
import { chooseDigest } from '#features/reminders/choose-digest.ts';
import { smallModule } from '#tests/support/published-module.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import {
  actAt,
  admitManager,
  admitWithAddress,
  followedOrganisation,
  look,
  prepare,
  release,
  statesOf,
  THURSDAY,
} from './scene.ts';

const actor = actAt(parseInstant('2026-11-02T08:00:00Z'));
const toPersons = { programme: 'vss', audience: 'person', daysBefore: 35 } as const;
const toManagers = { programme: 'vss', audience: 'manager', daysBefore: 35 } as const;

/** Without the digest of the week, which is another story. */
async function withoutDigest() {
  const scene = await followedOrganisation();
  await scene.db
    .insertInto('reminder_sending')
    .values({
      id: 'digest',
      kind: 'digest',
      subject: '',
      body: '',
      prepared_at: THURSDAY,
      released_at: THURSDAY,
      occasion: 'digest 2026-11-23',
    })
    .execute();
  return scene;
}

test('a step of the schedule reminds everybody left, once, on its day', async () => {
  const { db } = await withoutDigest();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  await admitWithAddress(db, 'B', 'b@exemple.test');
  await admitWithAddress(db, 'B', null);
  const server = await startMailServer();
  expect(await addReminderStep(db, actor, toPersons)).toEqual({ outcome: 'added' });
  expect(await addReminderStep(db, actor, toPersons)).toEqual({ outcome: 'already-there' });
  await look(db, server.url, addDuration(THURSDAY, days(-1)));
  expect(server.received).toEqual([]);
  await look(db, server.url);
  await look(db, server.url, addDuration(THURSDAY, minutes(1)));
  expect(server.received.map(({ to }) => to).sort()).toEqual(['a@exemple.test', 'b@exemple.test']);
  const deeds = await db.selectFrom('journal').where('verb', '=', 'reminder:release').select('detail').execute();
  expect(deeds.map(({ detail }) => JSON.parse(detail) as object)).toEqual([expect.objectContaining({ recipients: 2 })]);
});

test('two servers do a step once', async () => {
  const { db } = await withoutDigest();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  const server = await startMailServer();
  await addReminderStep(db, actor, toPersons);
  await Promise.all([look(db, server.url), look(db, server.url)]);
  expect(server.received).toHaveLength(1);
  const sendings = await db.selectFrom('reminder_sending').where('kind', '=', 'step').select('id').execute();
  expect(sendings).toHaveLength(1);
});

test('a step leaves out whoever was reminded in the last days', async () => {
  const { db } = await withoutDigest();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  const server = await startMailServer();
  const before = addDuration(THURSDAY, days(-2));
  await release(db, 'A', before);
  await look(db, server.url, before);
  await addReminderStep(db, actor, toPersons);
  await look(db, server.url);
  expect(server.received).toHaveLength(1);
});

test('without a mail server no step is done: it is still due once there is one', async () => {
  const { db } = await withoutDigest();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  await addReminderStep(db, actor, toPersons);
  await look(db, null);
  const server = await startMailServer();
  await look(db, server.url, addDuration(THURSDAY, days(1)));
  expect(server.received).toHaveLength(1);
});

test('a step that was removed, or falls on a quiet day, reminds nobody that day', async () => {
  const { db } = await withoutDigest();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  const server = await startMailServer();
  await addReminderStep(db, actor, toPersons);
  await addReminderStep(db, actor, { ...toPersons, daysBefore: 33 });
  expect(await removeReminderStep(db, actor, toPersons)).toEqual({ outcome: 'removed' });
  expect(await removeReminderStep(db, actor, toPersons)).toEqual({ outcome: 'not-there' });
  await look(db, server.url);
  await look(db, server.url, parseInstant('2026-11-28T10:00:00Z'));
  expect(server.received).toEqual([]);
});

test('managers get the count of their own units, one letter each, and nobody’s name', async () => {
  const { db } = await withoutDigest();
  await admitWithAddress(db, 'A1', 'a@exemple.test', 'Zéphyrine');
  await admitWithAddress(db, 'B', 'b@exemple.test', 'Théodule');
  await admitManager(db, 'A', 'chef-a@exemple.test');
  await admitManager(db, 'TOP', 'chef@exemple.test');
  const server = await startMailServer();
  await addReminderStep(db, actor, toManagers);
  await look(db, server.url);
  const letters = await db
    .selectFrom('reminder')
    .select(['address', 'body', 'programme_id'])
    .orderBy('address')
    .execute();
  expect(letters.map(({ address }) => address)).toEqual(['chef-a@exemple.test', 'chef@exemple.test']);
  expect(letters[0]!.body).toMatch(/Unité A.*: 1 personne sur 1 concernée/);
  expect(letters[1]!.body).toMatch(/Sommet.*: 2 personnes sur 2 concernées/);
  for (const { body, programme_id } of letters) {
    expect(body).not.toMatch(/Zéphyrine|Théodule|Petit/);
    // Their own count as persons is not touched.
    expect(programme_id).toBeNull();
  }
  expect(server.received).toHaveLength(2);
});

test('the digest leaves once a week to every manager who wants it, on the first day that is not quiet', async () => {
  const { db } = await followedOrganisation([smallModule()]);
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  await admitManager(db, 'A', 'chef-a@exemple.test');
  const refusing = await admitManager(db, 'TOP', 'chef@exemple.test');
  await admitManager(db, 'B', 'personne-a-suivre@exemple.test');
  await chooseDigest(db, { ...actor, by: refusing }, { isWanted: false });
  await chooseDigest(db, { ...actor, by: refusing }, { isWanted: false });
  const server = await startMailServer();
  const monday = parseInstant('2026-11-30T10:00:00Z');
  await look(db, server.url, monday);
  await look(db, server.url, addDuration(monday, days(1)));
  expect(server.received.map(({ to }) => to)).toEqual(['chef-a@exemple.test']);
  await chooseDigest(db, { ...actor, by: refusing }, { isWanted: true });
  await look(db, server.url, addDuration(monday, days(7)));
  expect(server.received.map(({ to }) => to).sort()).toEqual([
    'chef-a@exemple.test',
    'chef-a@exemple.test',
    'chef@exemple.test',
  ]);
});

test('a delegation gets the digest while it lasts; a unit below another of theirs is not told twice', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  const personId = await admitManager(db, 'A', 'chef@exemple.test');
  const delegated = await admitManager(db, 'TOP', 'interim@exemple.test');
  await db
    .updateTable('role_grant')
    .set({ from_date: '2026-11-20', to_date: '2026-12-01' })
    .where('person_id', '=', delegated)
    .execute();
  const unit = await db.selectFrom('unit').where('code', '=', 'A1').select('id').executeTakeFirstOrThrow();
  await db
    .insertInto('role_grant')
    .values({
      id: 'below',
      person_id: personId,
      role: 'manager',
      unit_id: unit.id,
      granted_at: THURSDAY,
      granted_by: null,
    })
    .execute();
  const server = await startMailServer();
  await look(db, server.url, parseInstant('2026-11-30T10:00:00Z'));
  expect(server.received.map(({ to }) => to).sort()).toEqual(['chef@exemple.test', 'interim@exemple.test']);
  const { body } = await db
    .selectFrom('reminder')
    .where('person_id', '=', personId)
    .select('body')
    .executeTakeFirstOrThrow();
  expect(body).not.toContain('Équipe A1');
  await look(db, server.url, parseInstant('2026-12-07T10:00:00Z'));
  expect(server.received).toHaveLength(3);
});

test('a preview that nobody released is forgotten after two days', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  const sendingId = await prepare(db, 'A');
  await look(db, null, addDuration(THURSDAY, days(1)));
  expect(await statesOf(db, sendingId)).toEqual({ 'a@exemple.test': 'pending' });
  await look(db, null, addDuration(THURSDAY, days(3)));
  expect(await statesOf(db, sendingId)).toEqual({});
});
