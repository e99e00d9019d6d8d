import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { ReminderChoice } from './reminder-choice.ts';
import { REMINDER_STATES, type ReminderCounts, type Sending } from './sending.ts';

function sendings(db: Kysely<Database>) {
  return db
    .selectFrom('reminder_sending as sending')
    .leftJoin('programme', 'programme.id', 'sending.programme_id')
    .leftJoin('unit', 'unit.id', 'sending.unit_id')
    .leftJoin('person as author', 'author.id', 'sending.prepared_by')
    .select([
      'sending.id',
      'sending.kind',
      'sending.choice',
      'sending.subject',
      'sending.body',
      'sending.prepared_at',
      'sending.released_at',
      'sending.problem',
      'sending.problem_at',
    ])
    .select([
      'programme.id as programme_id',
      'programme.slug',
      'programme.name as programme_name',
      'programme.deadline',
    ])
    .select(['unit.id as unit_id', 'unit.code as unit_code', 'unit.name as unit_name'])
    .select(sql<string | null>`author.given_name || ' ' || author.family_name`.as('author'));
}

type SendingRow = Awaited<ReturnType<ReturnType<typeof sendings>['executeTakeFirstOrThrow']>>;

function toSending(row: SendingRow): Sending {
  return {
    sendingId: row.id,
    kind: row.kind,
    programme:
      row.programme_id === null
        ? null
        : {
            programmeId: row.programme_id,
            slug: row.slug!,
            name: row.programme_name!,
            deadline: row.deadline as CivilDate,
          },
    unit: row.unit_id === null ? null : { unitId: row.unit_id, code: row.unit_code!, name: row.unit_name! },
    choice: ReminderChoice.parse(JSON.parse(row.choice)),
    subject: row.subject,
    body: row.body,
    preparedAt: row.prepared_at as Instant,
    preparedBy: row.author,
    releasedAt: row.released_at as Instant | null,
    problem: row.problem,
    problemAt: row.problem_at as Instant | null,
  };
}

/** The sendings of an actor's units, the latest first; those of everybody are for administrators. */
export async function listSendings(
  db: Kysely<Database>,
  actor: Actor,
  { limit, offset }: { limit: number; offset: number },
): Promise<Sending[]> {
  const rows = await sendings(db)
    .where(isInScope(actor))
    .where('sending.released_at', 'is not', null)
    .orderBy('sending.released_at', 'desc')
    .orderBy('sending.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toSending);
}

/** How many sendings listSendings lists in all. */
export async function countSendings(db: Kysely<Database>, actor: Actor): Promise<number> {
  const row = await db
    .selectFrom('reminder_sending as sending')
    .where(isInScope(actor))
    .where('sending.released_at', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One sending; null when there is none, or when it is not of the actor's units: nobody learns which. */
export async function findSending(db: Kysely<Database>, actor: Actor, sendingId: string): Promise<Sending | null> {
  const row = await sendings(db).where(isInScope(actor)).where('sending.id', '=', sendingId).executeTakeFirst();
  return row ? toSending(row) : null;
}

/** How many rows of a sending are in each state. */
export async function countReminders(db: Kysely<Database>, sendingId: string): Promise<ReminderCounts> {
  const rows = await db
    .selectFrom('reminder')
    .where('sending_id', '=', sendingId)
    .groupBy('state')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .execute();
  const none = Object.fromEntries(REMINDER_STATES.map((state) => [state, 0])) as ReminderCounts;
  for (const { state, count } of rows) none[state] = count;
  return none;
}

/** A letter of a sending as it leaves, for the first of those it is for; null when it is for nobody. */
export async function findExampleLetter(
  db: Kysely<Database>,
  sendingId: string,
): Promise<{ name: string; body: string } | null> {
  const row = await db
    .selectFrom('reminder')
    .innerJoin('person', 'person.id', 'reminder.person_id')
    .innerJoin('reminder_sending as sending', 'sending.id', 'reminder.sending_id')
    .where('reminder.sending_id', '=', sendingId)
    .where('reminder.state', 'not in', ['no-address', 'recent'])
    .select((eb) => eb.fn.coalesce('reminder.body', 'sending.body').as('body'))
    .select(sql<string>`person.given_name || ' ' || person.family_name`.as('name'))
    .orderBy('reminder.state')
    .orderBy('reminder.id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

function isInScope(actor: Actor) {
  if (actor.roles.some(({ role }) => role === 'administrator')) return sql<boolean>`true`;
  const managed = actor.roles.flatMap(({ role, unitId }) => (role === 'manager' && unitId !== null ? [unitId] : []));
  return sql<boolean>`exists (
    select 1 from unit_closure
    where descendant_id = sending.unit_id and to_date is null
      and ancestor_id in (select value from json_each(${JSON.stringify(managed)})))`;
}
