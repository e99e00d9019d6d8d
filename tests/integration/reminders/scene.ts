import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant, type Instant } from '#domain/time/instant.ts';
import { listAskedModules, listProgrammes } from '#features/follow-up/programme-queries.ts';
import { giveRole } from '#features/people/give-role.ts';
import { reminderLetter } from '#features/reminders/letters.ts';
import { prepareSending } from '#features/reminders/prepare-sending.ts';
import { EVERYBODY_LEFT } from '#features/reminders/reminder-choice.ts';
import { releaseSending } from '#features/reminders/release-sending.ts';
import { runReminders, type ReminderSource } from '#features/reminders/run-reminders.ts';
import { newId } from '#platform/ids.ts';
import { smtpPost } from '#platform/mail/smtp-post.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { act as opening, actorWith, admitTo, unitIdOf } from '../follow-up/followed-organisation.ts';

export { followedOrganisation, unitIdOf } from '../follow-up/followed-organisation.ts';

/** A Thursday, at eleven in Paris. */
export const THURSDAY = parseInstant('2026-11-26T10:00:00Z');
export const ORIGIN = 'https://reperes.exemple.fr';

type Db = Kysely<Database>;

/** Somebody of a unit, designated, with an address unless it is null. */
export async function admitWithAddress(db: Db, unitCode: string, address: string | null, given = 'Camille') {
  const personId = await admitTo(db, unitCode, { given });
  await db.updateTable('person').set({ email: address }).where('id', '=', personId).execute();
  return personId;
}

/** A manager of a unit, with an address; designated for nothing. */
export async function admitManager(db: Db, unitCode: string, address: string): Promise<string> {
  const personId = await admitTo(db, unitCode, { given: 'Chloé', isDesignated: false });
  await db.updateTable('person').set({ email: address }).where('id', '=', personId).execute();
  await giveRole(db, opening, { personId, role: 'manager', unitCode });
  return personId;
}

export async function managerOf(db: Db, unitCode: string): Promise<Actor> {
  return actorWith(db, 'manager', unitCode);
}

export const actAt = (at: Instant, by: string | null = null): Act => ({ by, at, requestId: null });

/** Prepares a sending to those left under a unit; returns its id. */
export async function prepare(db: Db, unitCode: string, at: Instant = THURSDAY): Promise<string> {
  const [programme] = await listProgrammes(db);
  const day = civilDateOf(at);
  const modules = await listAskedModules(db, programme!.programmeId, day);
  const sendingId = newId();
  const unitId = await unitIdOf(db, unitCode);
  await prepareSending({ db, tasks: testTasks(db) }, actAt(at), {
    sendingId,
    kind: 'chosen',
    situation: { programme: programme!, day, modules, onlyModule: null },
    unitId,
    rootIds: [unitId],
    choice: EVERYBODY_LEFT,
    letter: reminderLetter(programme!.deadline, { today: day, origin: ORIGIN }),
  });
  return sendingId;
}

/** Prepares a sending and lets it leave. */
export async function release(db: Db, unitCode: string, at: Instant = THURSDAY): Promise<string> {
  const sendingId = await prepare(db, unitCode, at);
  const actor = await managerOf(db, 'TOP');
  const result = await releaseSending(db, actAt(at), actor, sendingId);
  if (result.outcome !== 'released') throw new Error(result.outcome);
  return sendingId;
}

/** What the server does when it looks, at an instant. */
export async function look(
  db: Db,
  smtpUrl: string | null,
  at: Instant = THURSDAY,
  more: Partial<ReminderSource> = {},
): Promise<void> {
  const clock = { now: () => at };
  const post = smtpUrl === null ? null : smtpPost({ smtpUrl, from: 'Repères <reperes@exemple.fr>' }, clock.now);
  const settings = { quietDays: [6, 0], origin: ORIGIN, isStopping: () => false };
  await runReminders({ db, tasks: testTasks(db), clock, post, ...settings, ...more });
}

/** The state of each person of a sending, by their address or their id. */
export async function statesOf(db: Db, sendingId: string): Promise<Record<string, string>> {
  const rows = await db.selectFrom('reminder').where('sending_id', '=', sendingId).selectAll().execute();
  return Object.fromEntries(rows.map(({ address, person_id, state }) => [address ?? person_id, state]));
}

export const day = (text: string) => text as CivilDate;
