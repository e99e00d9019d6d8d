import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '#db/schema.ts';
import { addDuration, days, type Instant } from '#domain/time/instant.ts';
import { addReminderStep } from '#features/reminders/change-schedule.ts';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Runtime } from '#platform/runtime.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { keepReminding } from '../../../src/cli/keep-reminding.ts';
import { actAt, admitManager, admitWithAddress, followedOrganisation, release, THURSDAY } from './scene.ts';

const MINUTE_IN_MS = 60_000;

// The minutes of the server go by as the test says; everything else, the mail server above all, is real.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** A server of the product as far as reminders go, on a database that outlives it. */
function startReminding(db: Kysely<Database>, smtpUrl: string | null, at: Instant = THURSDAY) {
  const mail = smtpUrl ? { REPERES_SMTP_URL: smtpUrl, REPERES_MAIL_FROM: 'Repères <reperes@exemple.fr>' } : {};
  const errors: unknown[] = [];
  const runtime = {
    config: readConfig({ REPERES_ORIGIN: 'https://reperes.exemple.fr', ...mail }),
    db,
    tasks: testTasks(db),
    clock: fixedClock(at),
    log: { info: () => {}, error: (_event, error) => void errors.push(error) },
    openReader: () => db,
  } satisfies Runtime;
  const stop = keepReminding(runtime);
  return {
    errors,
    stop,
    /** A minute goes by, and what the server then does is waited for. */
    async minute() {
      vi.advanceTimersByTime(MINUTE_IN_MS);
      await vi.waitFor(async () => expect(await isQuiet(db)).toBe(true), { timeout: 5_000 });
    },
  };
}

/** Nothing that could leave is waiting, and nothing is in hand. */
async function isQuiet(db: Kysely<Database>): Promise<boolean> {
  const sendings = await db.selectFrom('reminder_sending').select('released_at').execute();
  const rows = await db.selectFrom('reminder').where('state', 'in', ['pending', 'taken']).select('id').execute();
  return sendings.length > 0 && sendings.every(({ released_at }) => released_at !== null) && rows.length === 0;
}

test('the running server sends by itself the digest of the week and the steps that are due, with nobody there', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  await admitManager(db, 'A', 'chef@exemple.test');
  const step = { programme: 'vss', daysBefore: 35 } as const;
  const adding = actAt(addDuration(THURSDAY, days(-1)));
  await addReminderStep(db, adding, { ...step, audience: 'person' });
  await addReminderStep(db, adding, { ...step, audience: 'manager' });
  const mail = await startMailServer();
  const server = startReminding(db, mail.url);
  expect(mail.received).toEqual([]);
  await server.minute();
  await vi.waitFor(() => expect(mail.received).toHaveLength(3));
  expect(mail.received.map(({ to }) => to).sort()).toEqual([
    'a@exemple.test',
    'chef@exemple.test',
    'chef@exemple.test',
  ]);
  await server.stop();
  expect(server.errors).toEqual([]);
});

test('a server that starts again sends nothing a second time, and takes up what waits', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  await admitManager(db, 'A', 'chef@exemple.test');
  const mail = await startMailServer();
  const first = startReminding(db, mail.url);
  await first.minute();
  await vi.waitFor(() => expect(mail.received.map(({ to }) => to)).toEqual(['chef@exemple.test']));
  await first.stop();
  await release(db, 'A');
  vi.advanceTimersByTime(5 * MINUTE_IN_MS);
  expect(mail.received).toHaveLength(1);
  const second = startReminding(db, mail.url);
  await second.minute();
  await vi.waitFor(() => expect(mail.received.map(({ to }) => to)).toEqual(['chef@exemple.test', 'a@exemple.test']));
  await second.minute();
  await second.stop();
  expect(mail.received).toHaveLength(2);
  expect([...first.errors, ...second.errors]).toEqual([]);
});

test('without a mail server the running server prepares and sends nothing', async () => {
  const { db } = await followedOrganisation();
  await admitWithAddress(db, 'A1', 'a@exemple.test');
  await admitManager(db, 'A', 'chef@exemple.test');
  const server = startReminding(db, null);
  vi.advanceTimersByTime(MINUTE_IN_MS);
  await server.stop();
  expect(await db.selectFrom('reminder_sending').selectAll().execute()).toEqual([]);
  expect(server.errors).toEqual([]);
});
