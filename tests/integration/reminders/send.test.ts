import { expect, test } from 'vitest';
import { addDuration, days, minutes, parseInstant } from '#domain/time/instant.ts';
import { recordAbsence } from '#features/obligations/record-absence.ts';
import { recordCredit } from '#features/obligations/record-credit.ts';
import { exemptPerson } from '#features/obligations/exempt-person.ts';
import { stopSending } from '#features/reminders/stop-sending.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import {
  actAt,
  admitWithAddress,
  day,
  followedOrganisation,
  look,
  managerOf,
  prepare,
  release,
  statesOf,
  THURSDAY,
} from './scene.ts';

const later = (count: number) => addDuration(THURSDAY, minutes(count));

test('everybody left gets one letter, in plain text, with a neutral subject and a link', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A1', 'amina@exemple.test', 'Amina');
  await admitWithAddress(db, 'A', 'bruno@exemple.test');
  await admitWithAddress(db, 'B', 'ailleurs@exemple.test');
  const server = await startMailServer();
  const sendingId = await release(db, 'A');
  await look(db, server.url);
  expect(server.received.map(({ to }) => to).sort()).toEqual(['amina@exemple.test', 'bruno@exemple.test']);
  expect(await statesOf(db, sendingId)).toEqual({ 'amina@exemple.test': 'sent', 'bruno@exemple.test': 'sent' });
  const { source, from } = server.received.find(({ to }) => to.startsWith('amina'))!;
  expect(from).toBe('reperes@exemple.fr');
  expect(source).toContain('Subject: =?UTF-8?Q?Un_module_vous_attend_sur_Rep=C3=A8res?=');
  expect(source).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
  expect(source).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(bodyOf(source)).toContain('Bonjour Amina Petit,');
  expect(bodyOf(source)).toContain('https://reperes.exemple.fr/parcours');
});

test('nothing leaves before the preview is released, and nothing again after', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'amina@exemple.test');
  const server = await startMailServer();
  await prepare(db, 'A');
  await look(db, server.url);
  expect(server.received).toEqual([]);
  await release(db, 'A');
  await look(db, server.url);
  await look(db, server.url, later(1));
  expect(server.received).toHaveLength(1);
});

test('whoever has done it, is exempt or absent is never written to, even when it happens after the release', async () => {
  const { db } = await followedOrganisation();
  const about = async (address: string) => ({ programme: 'vss', personId: await admitWithAddress(db, 'A', address) });
  await recordAbsence(db, actAt(THURSDAY), {
    ...(await about('absent@e.test')),
    from: day('2026-11-26'),
    to: null,
    category: 'leave',
  });
  const exempt = await about('dispense@e.test');
  const credited = await about('equivalence@e.test');
  await about('reste@e.test');
  const sendingId = await release(db, 'A');
  expect(Object.keys(await statesOf(db, sendingId)).sort()).toEqual([
    'dispense@e.test',
    'equivalence@e.test',
    'reste@e.test',
  ]);
  await exemptPerson(db, actAt(THURSDAY), { ...exempt, from: day('2026-11-26'), reason: 'Fin de fonction' });
  await recordCredit(db, actAt(THURSDAY), { ...credited, doneOn: day('2026-11-20'), proof: 'Attestation' });
  const server = await startMailServer();
  await look(db, server.url);
  expect(server.received.map(({ to }) => to)).toEqual(['reste@e.test']);
  expect(await statesOf(db, sendingId)).toEqual({
    'dispense@e.test': 'settled',
    'equivalence@e.test': 'settled',
    'reste@e.test': 'sent',
  });
});

test('nobody is reminded twice in seven days, whoever sends and whatever waits', async () => {
  const { db } = await followedOrganisation();
  const personId = await admitWithAddress(db, 'A1', 'amina@exemple.test');
  const server = await startMailServer();
  const prepared = await prepare(db, 'A');
  const first = await release(db, 'A1');
  // It waits in the first one: a second preview leaves her out already.
  const second = await prepare(db, 'TOP');
  expect(await statesOf(db, second)).toEqual({ 'amina@exemple.test': 'recent' });
  await look(db, server.url);
  // The one prepared before is released after: she is left alone when her turn comes.
  await db.updateTable('reminder_sending').set({ released_at: THURSDAY }).where('id', '=', prepared).execute();
  await look(db, server.url, later(1));
  expect(await statesOf(db, first)).toEqual({ 'amina@exemple.test': 'sent' });
  expect(await statesOf(db, prepared)).toEqual({ 'amina@exemple.test': 'recent' });
  const nextWeek = addDuration(THURSDAY, days(7));
  expect(await statesOf(db, await prepare(db, 'A', addDuration(nextWeek, minutes(-1))))).toEqual({
    'amina@exemple.test': 'recent',
  });
  await release(db, 'A', nextWeek);
  await look(db, server.url, nextWeek);
  expect(server.received).toHaveLength(2);
  // The database itself refuses what no code is to try.
  await expect(
    db
      .updateTable('reminder')
      .set({ state: 'taken', taken_at: nextWeek })
      .where('person_id', '=', personId)
      .where('state', '=', 'recent')
      .execute(),
  ).rejects.toThrow('seven days');
});

test('two servers that look at once send each letter once', async () => {
  const { db } = await followedOrganisation();
  for (let index = 0; index < 6; index += 1) await admitWithAddress(db, 'A', `p${index}@exemple.test`);
  const server = await startMailServer();
  await release(db, 'A');
  await Promise.all([look(db, server.url), look(db, server.url)]);
  expect(server.received.map(({ to }) => to).sort()).toEqual(
    [0, 1, 2, 3, 4, 5].map((index) => `p${index}@exemple.test`),
  );
});

test.each([
  ['on a Saturday', '2026-11-28T10:00:00Z'],
  ['at night', '2026-11-26T22:00:00Z'],
])('nothing leaves %s', async (_, instant) => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'a@exemple.test');
  const server = await startMailServer();
  const sendingId = await release(db, 'A');
  await look(db, server.url, parseInstant(instant));
  expect(server.received).toEqual([]);
  expect(await statesOf(db, sendingId)).toEqual({ 'a@exemple.test': 'pending' });
  await look(db, server.url, parseInstant('2026-11-30T10:00:00Z'));
  expect(server.received).toHaveLength(1);
});

test('a sending that is stopped sends no further letter; a preview is forgotten', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A', 'a@exemple.test');
  const server = await startMailServer();
  const actor = await managerOf(db, 'A');
  const sendingId = await release(db, 'A');
  expect(await stopSending(db, actAt(THURSDAY), actor, sendingId)).toEqual({ outcome: 'stopped' });
  expect(await stopSending(db, actAt(THURSDAY), actor, sendingId)).toEqual({ outcome: 'nothing-waits' });
  const preview = await prepare(db, 'A');
  expect(await stopSending(db, actAt(THURSDAY), actor, preview)).toEqual({ outcome: 'forgotten' });
  expect(await stopSending(db, actAt(THURSDAY), actor, preview)).toEqual({ outcome: 'no-such-sending' });
  await look(db, server.url);
  expect(server.received).toEqual([]);
  expect(await statesOf(db, preview)).toEqual({});
});

function bodyOf(source: string): string {
  const encoded = source.split('\r\n\r\n').slice(1).join('\r\n\r\n');
  if (/^Content-Transfer-Encoding: base64$/m.test(source)) return Buffer.from(encoded, 'base64').toString();
  const bytes = encoded
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
