import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addDuration, type Duration, type Instant } from '#domain/time/instant.ts';
import { restSince } from './preparing-queries.ts';

/** A letter that waits, with what it says. */
export interface WaitingLetter {
  reminderId: string;
  sendingId: string;
  personId: string;
  /** The programme it reminds the person of; null for what a manager gets. */
  programmeId: string | null;
  address: string;
  name: string;
  subject: string;
  body: string;
  tries: number;
}

/** Letters that may leave now, those of the earliest sending first. */
export async function listWaitingLetters(db: Kysely<Database>, now: Instant, limit: number): Promise<WaitingLetter[]> {
  const rows = await db
    .selectFrom('reminder_sending as sending')
    .innerJoin('reminder', 'reminder.sending_id', 'sending.id')
    .innerJoin('person', 'person.id', 'reminder.person_id')
    .where('sending.released_at', 'is not', null)
    .where('reminder.state', '=', 'pending')
    .where((eb) => eb.or([eb('next_try_at', 'is', null), eb('next_try_at', '<=', now)]))
    .select(['reminder.id', 'reminder.sending_id', 'reminder.person_id', 'reminder.programme_id', 'reminder.address'])
    .select(['sending.subject', 'reminder.tries'])
    .select((eb) => eb.fn.coalesce('reminder.body', 'sending.body').as('body'))
    .select(sql<string>`person.given_name || ' ' || person.family_name`.as('name'))
    .orderBy('sending.released_at')
    .orderBy('reminder.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    reminderId: row.id,
    sendingId: row.sending_id,
    personId: row.person_id,
    programmeId: row.programme_id,
    address: row.address!,
    name: row.name,
    subject: row.subject,
    body: row.body,
    tries: row.tries,
  }));
}

/** Takes a letter to hand it over: once, whoever else tries, and not when the person was reminded lately. */
export async function takeLetter(
  db: Kysely<Database>,
  now: Instant,
  { reminderId, personId, programmeId }: WaitingLetter,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reminder')
    .set({ state: 'taken', taken_at: now })
    .where('id', '=', reminderId)
    .where('state', '=', 'pending')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reminder as other')
            .where('other.person_id', '=', personId)
            .where('other.programme_id', '=', programmeId)
            .where('other.id', '<>', reminderId)
            .where('other.state', 'in', ['taken', 'sent'])
            .where('other.taken_at', '>', restSince(now))
            .select('other.id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

type LetterChange =
  | { state: 'sent'; sent_at: Instant }
  | { state: 'failed'; failure: string }
  | { state: 'pending'; tries: number; next_try_at: Instant | null; taken_at: null };

/** Writes what became of a letter that was taken. */
export async function settleTaken(db: Kysely<Database>, reminderId: string, change: LetterChange): Promise<void> {
  await db.updateTable('reminder').set(change).where('id', '=', reminderId).where('state', '=', 'taken').execute();
}

/** Puts aside letters that are not to leave any more. */
export async function putAside(
  db: Kysely<Database>,
  reminderIds: readonly string[],
  state: 'settled' | 'recent',
): Promise<void> {
  if (reminderIds.length === 0) return;
  await db
    .updateTable('reminder')
    .set({ state })
    .where('id', 'in', reminderIds)
    .where('state', '=', 'pending')
    .execute();
}

/** Letters that were taken so long ago that whoever took them has stopped: nobody knows whether they left. */
export async function failInterrupted(
  db: Kysely<Database>,
  now: Instant,
  patience: Duration,
  failure: string,
): Promise<void> {
  await db
    .updateTable('reminder')
    .set({ state: 'failed', failure })
    .where('state', '=', 'taken')
    .where('taken_at', '<', addDuration(now, { milliseconds: -patience.milliseconds }))
    .execute();
}

/** Says why nothing leaves, on the sending whose turn it was. */
export async function setProblem(
  db: Kysely<Database>,
  sendingId: string,
  problem: { text: string; at: Instant },
): Promise<void> {
  await db
    .updateTable('reminder_sending')
    .set({ problem: problem.text, problem_at: problem.at })
    .where('id', '=', sendingId)
    .execute();
}

/** Mail leaves again. */
export async function clearProblem(db: Kysely<Database>, sendingId: string): Promise<void> {
  await db
    .updateTable('reminder_sending')
    .set({ problem: null, problem_at: null })
    .where('id', '=', sendingId)
    .where('problem', 'is not', null)
    .execute();
}
