import { sql, type Kysely } from 'kysely';
import type { Database, SendingKind } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { addDuration, days, type Instant } from '#domain/time/instant.ts';
import { rowsOf } from '#platform/db/rows-of.ts';
import type { Letter } from './letters.ts';
import type { ReminderChoiceValues } from './reminder-choice.ts';

/** Nobody is reminded of one programme twice in this time. */
export const REST_IN_DAYS = 7;

export interface NewSending extends Letter {
  sendingId: string;
  kind: SendingKind;
  programmeId: string | null;
  unitId: string | null;
  choice: ReminderChoiceValues | null;
}

/** Writes a sending that is not released; false when it was there already. */
export async function insertSending(db: Kysely<Database>, act: Act, sending: NewSending): Promise<boolean> {
  const { numInsertedOrUpdatedRows: count } = await db
    .insertInto('reminder_sending')
    .values({
      id: sending.sendingId,
      kind: sending.kind,
      programme_id: sending.programmeId,
      unit_id: sending.unitId,
      choice: JSON.stringify(sending.choice ?? {}),
      subject: sending.subject,
      body: sending.body,
      prepared_at: act.at,
      prepared_by: act.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return count === 1n;
}

/**
 * Writes the rows of some persons: without an address, reminded lately (or about to be, by a sending that was released),
 * or waiting.
 * @param rows the id of each row and its person
 */
export async function insertReminders(
  db: Kysely<Database>,
  { sendingId, programmeId, at }: { sendingId: string; programmeId: string; at: Instant },
  rows: readonly (readonly [id: string, personId: string])[],
): Promise<void> {
  const address = sql<string | null>`nullif(trim(person.email), '')`;
  await db
    .insertInto('reminder')
    .columns(['id', 'sending_id', 'person_id', 'programme_id', 'address', 'state'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<{ id: string; person_id: string }>`(
          select value ->> 0 as id, value ->> 1 as person_id from json_each(${JSON.stringify(rows)})
        )`.as('row'),
        )
        .innerJoin('person', 'person.id', 'row.person_id')
        .where(sql<boolean>`true`)
        .select(['row.id', sql.val(sendingId).as('sending_id'), 'row.person_id'])
        .select([sql.val(programmeId).as('programme_id'), address.as('address')])
        .select(
          sql<'no-address' | 'recent' | 'pending'>`case
            when ${address} is null then 'no-address'
            when ${isReminded(sql.ref('row.person_id'), programmeId, at)} then 'recent'
            else 'pending' end`.as('state'),
        ),
    )
    .onConflict((conflict) => conflict.columns(['sending_id', 'person_id']).doNothing())
    .execute();
}

/** A letter of its own for each manager. */
export interface ManagerRow {
  reminderId: string;
  personId: string;
  address: string | null;
  body: string;
}

/** Writes the rows of managers; what they get is no reminder of their own. */
export async function insertManagerLetters(
  db: Kysely<Database>,
  sendingId: string,
  rows: readonly ManagerRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('reminder')
    .columns(['id', 'sending_id', 'person_id', 'address', 'body', 'state'])
    .expression(
      rowsOf(
        rows.map(({ reminderId, personId, address, body }) => [
          reminderId,
          sendingId,
          personId,
          address,
          body,
          address === null ? 'no-address' : 'pending',
        ]),
      ),
    )
    .onConflict((conflict) => conflict.columns(['sending_id', 'person_id']).doNothing())
    .execute();
}

function isReminded(personId: ReturnType<typeof sql.ref>, programmeId: string, at: Instant) {
  return sql<boolean>`exists (
    select 1 from reminder as other
    join reminder_sending on reminder_sending.id = other.sending_id
    where other.person_id = ${personId} and other.programme_id = ${programmeId}
      and (other.state in ('taken', 'sent') and other.taken_at > ${restSince(at)}
        or other.state = 'pending' and reminder_sending.released_at is not null))`;
}

/** Whoever was reminded after this instant is left alone. */
export function restSince(at: Instant): Instant {
  return addDuration(at, days(-REST_IN_DAYS));
}
