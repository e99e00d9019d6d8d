import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { addDuration, days } from '#domain/time/instant.ts';
import { PrepareForm, RecipientsQuery, RemindersQuery } from '#features/reminders/forms.ts';
import { loadRemindersPage } from '#features/reminders/load-reminders-page.ts';
import { loadSendingPage } from '#features/reminders/load-sending-page.ts';
import { prepareChosen, type ChosenSending } from '#features/reminders/prepare-chosen.ts';
import { releaseSending } from '#features/reminders/release-sending.ts';
import { retryFailures } from '#features/reminders/retry-failures.ts';
import { stopSending } from '#features/reminders/stop-sending.ts';
import { recipientsFileTask } from '#features/reminders/tasks/recipients-file-task.ts';
import { newId } from '#platform/ids.ts';
import { actorWith } from '../follow-up/followed-organisation.ts';
import { followUpCast } from '../follow-up/follow-up-cast.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import {
  actAt,
  admitWithAddress,
  followedOrganisation,
  managerOf,
  ORIGIN,
  prepare,
  release,
  statesOf,
  THURSDAY,
} from './scene.ts';

type Db = Awaited<ReturnType<typeof followedOrganisation>>['db'];

const url = new URL('http://localhost/suivi/rappels');

function choose(db: Db, actor: Parameters<typeof prepareChosen>[2], more: Partial<ChosenSending> = {}, at = THURSDAY) {
  const chosen: ChosenSending = {
    sendingId: newId(),
    unit: 'A',
    programme: 'vss',
    states: ['in-progress', 'not-started'],
    lateness: 'all',
    ...more,
  };
  const source = { db, tasks: testTasks(db) };
  return prepareChosen(source, actAt(at), actor, { chosen, origin: ORIGIN }).then((result) => ({
    ...result,
    ...chosen,
  }));
}

const pageOf = (db: Db, actor: Parameters<typeof prepareChosen>[2], sendingId: string, query = {}) =>
  loadSendingPage({ db, tasks: testTasks(db) }, actor, {
    sendingId,
    query: RecipientsQuery.parse(query),
    now: THURSDAY,
    url,
  });

test('the preview shows those left, those without an address, and nobody who is done, exempt or absent', async () => {
  const { db, ids } = await followUpCast();
  await db.updateTable('person').set({ email: 'karim@exemple.test' }).where('id', '=', ids.karim).execute();
  const actor = await managerOf(db, 'A');
  const { sendingId } = await choose(db, actor);
  const page = await pageOf(db, actor, sendingId);
  expect(page!.recipients.map(({ givenName, state, units }) => [givenName, state, units])).toEqual([
    ['Karim', 'pending', 'Équipe A1'],
    ['Olivier', 'no-address', 'Équipe A1'],
  ]);
  expect(page!.counts).toMatchObject({ pending: 1, 'no-address': 1, sent: 0 });
  expect(page!.letter.text).toContain('Bonjour Karim d’Escrivan,');
});

test('a state alone, and lateness, narrow the choice', async () => {
  const { db, ids } = await followUpCast();
  const actor = await managerOf(db, 'TOP');
  const peopleOf = async (more: Partial<ChosenSending>, at = THURSDAY) => {
    const { sendingId } = await choose(db, actor, { unit: 'TOP', ...more }, at);
    const rows = await db.selectFrom('reminder').where('sending_id', '=', sendingId).select('person_id').execute();
    return rows.map(({ person_id }) => person_id).sort();
  };
  expect(await peopleOf({ states: ['in-progress'] })).toEqual([ids.karim]);
  expect(await peopleOf({ states: ['not-started'] })).toEqual([ids.hugo, ids.olivier].sort());
  expect(await peopleOf({ lateness: 'late' })).toEqual([]);
  const afterwards = addDuration(THURSDAY, days(60));
  expect(await peopleOf({ lateness: 'late' }, afterwards)).toHaveLength(3);
  expect(await peopleOf({ lateness: 'not-late' }, afterwards)).toEqual([]);
});

test('a manager chooses, sees and changes only what is of their units', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  const other = await managerOf(db, 'B');
  expect(await choose(db, other, { unit: 'A' })).toMatchObject({ outcome: 'no-such-unit' });
  const preview = await prepare(db, 'A');
  const sent = await release(db, 'TOP');
  for (const sendingId of [preview, sent]) {
    expect(await pageOf(db, other, sendingId)).toBeNull();
    for (const change of [releaseSending, stopSending, retryFailures])
      expect(await change(db, actAt(THURSDAY), other, sendingId)).toEqual({ outcome: 'no-such-sending' });
  }
  // What was sent from above a unit is not its manager's to see, which would name people of other units.
  expect(await pageOf(db, await managerOf(db, 'A'), sent)).toBeNull();
  const sendingsOf = async (actor: Parameters<typeof loadRemindersPage>[1]) =>
    (await loadRemindersPage(db, actor, { query: RemindersQuery.parse({}), now: THURSDAY, url })).sendings.length;
  expect(await sendingsOf(other)).toBe(0);
  expect(await sendingsOf(await managerOf(db, 'TOP'))).toBe(1);
  expect(await sendingsOf(await actorWith(db, 'administrator'))).toBe(1);
});

test('a preview is released once, on its day, when there is somebody to write to', async () => {
  const { db } = await followedOrganisation();
  const actor = await managerOf(db, 'TOP');
  await admitWithAddress(db, 'A', null);
  const empty = await prepare(db, 'A');
  expect(await releaseSending(db, actAt(THURSDAY), actor, empty)).toEqual({ outcome: 'nobody' });
  await admitWithAddress(db, 'A', 'a@exemple.test');
  const sendingId = await prepare(db, 'A');
  const tomorrow = actAt(addDuration(THURSDAY, days(1)));
  expect(await releaseSending(db, tomorrow, actor, sendingId)).toEqual({ outcome: 'outdated' });
  expect(await releaseSending(db, actAt(THURSDAY), actor, sendingId)).toEqual({ outcome: 'released' });
  expect(await releaseSending(db, actAt(THURSDAY), actor, sendingId)).toEqual({ outcome: 'already-released' });
  expect(await db.selectFrom('journal').where('verb', '=', 'reminder:release').select('id').execute()).toHaveLength(1);
});

test('the same form sent twice makes one preview', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'a@exemple.test');
  const actor = await managerOf(db, 'A');
  const { sendingId } = await choose(db, actor);
  expect(await choose(db, actor, { sendingId, unit: 'TOP' })).toMatchObject({ outcome: 'no-such-unit' });
  expect(await choose(db, actor, { sendingId })).toMatchObject({ outcome: 'prepared' });
  expect(Object.keys(await statesOf(db, sendingId))).toEqual(['a@exemple.test']);
});

test('a closed programme has nobody to remind, and an unknown one does not exist', async () => {
  const { db } = await followedOrganisation();
  const actor = await managerOf(db, 'A');
  expect(await choose(db, actor, { programme: 'autre' })).toMatchObject({ outcome: 'no-such-programme' });
  await db.updateTable('programme').set({ closed_on: '2026-11-20' }).execute();
  expect(await choose(db, actor)).toMatchObject({ outcome: 'programme-closed' });
});

test('no other state can be asked for, whatever form is sent', () => {
  const form = { sendingId: newId(), unit: 'A', programme: 'vss' };
  expect(PrepareForm.safeParse({ ...form, states: ['done'] }).success).toBe(false);
  expect(PrepareForm.safeParse({ ...form, states: [] }).success).toBe(false);
  expect(PrepareForm.safeParse({ ...form, states: ['not-started'] }).success).toBe(true);
});

test('people are found by name and state, sorted and cut in pages', async () => {
  const { db } = await followedOrganisation();
  for (let index = 0; index < 51; index += 1)
    await admitWithAddress(db, 'A', `p${String(index).padStart(2, '0')}@e.test`, `Élodie${index}`);
  const actor = await managerOf(db, 'A');
  const sendingId = await prepare(db, 'A');
  const first = await pageOf(db, actor, sendingId, { tri: '-adresse' });
  expect(first!.recipients).toHaveLength(50);
  expect(first!.recipients[0]!.address).toBe('p50@e.test');
  expect(first!.links.next).toContain('page=2');
  const second = await pageOf(db, actor, sendingId, { tri: '-adresse', page: '2' });
  expect(second!.recipients.map(({ address }) => address)).toEqual(['p00@e.test']);
  expect((await pageOf(db, actor, sendingId, { recherche: 'elodie50' }))!.recipients).toHaveLength(1);
  expect((await pageOf(db, actor, sendingId, { etat: 'sent' }))!.recipients).toHaveLength(0);
});

test('the list is a file that an independent reader opens right: everybody, and what they would get', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A1', 'zoe@exemple.test', '=Zoé;"l’Élue"');
  await admitWithAddress(db, 'A', null, 'Yann');
  const sendingId = await prepare(db, 'A');
  const file = testTasks(db).stream(recipientsFileTask, { sendingId, day: '2026-11-26' as never, isReleased: false });
  const csv = await buffer(file);
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(parse(csv, { delimiter: ';', bom: true, columns: true })).toEqual([
    expect.objectContaining({ Prénom: 'Yann', Adresse: '', État: 'Sans adresse' }),
    expect.objectContaining({
      Prénom: `'=Zoé;"l’Élue"`,
      Unité: 'Équipe A1',
      Adresse: 'zoe@exemple.test',
      État: 'Recevra ce message',
    }),
  ]);
});
