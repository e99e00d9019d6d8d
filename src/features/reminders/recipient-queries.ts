import { sql, type Kysely } from 'kysely';
import type { Database, ReminderState } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { foldText } from '#platform/db/fold-text.ts';
import type { RecipientSort } from './forms.ts';
import type { Recipient } from './recipient.ts';

export interface RecipientFilter {
  sendingId: string;
  state: ReminderState | null;
  search: string;
}

const fullName = sql<string>`folded(person.family_name || ' ' || person.given_name)`;

const ORDERS = {
  nom: fullName,
  unite: sql`folded(units)`,
  adresse: sql`address`,
  etat: sql`state`,
} as const;

/** Some of the people of a sending, sorted as asked. */
export async function listRecipients(
  db: Kysely<Database>,
  filter: RecipientFilter,
  { day, sort, limit, offset }: { day: CivilDate; sort: RecipientSort; limit: number; offset: number },
): Promise<Recipient[]> {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const order = ORDERS[sort.replace('-', '') as keyof typeof ORDERS];
  const rows = await recipients(db, filter, day)
    .orderBy(order, direction)
    .orderBy(fullName)
    .orderBy('reminder.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toRecipient);
}

/** The people of a sending after one of them, in the order they were written in, for a file. */
export async function listRecipientsAfter(
  db: Kysely<Database>,
  sendingId: string,
  { day, after, limit }: { day: CivilDate; after: string; limit: number },
): Promise<Recipient[]> {
  const rows = await recipients(db, { sendingId, state: null, search: '' }, day)
    .where('reminder.id', '>', after)
    .orderBy('reminder.id')
    .limit(limit)
    .execute();
  return rows.map(toRecipient);
}

/** How many people listRecipients lists in all. */
export async function countRecipients(db: Kysely<Database>, filter: RecipientFilter): Promise<number> {
  const row = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function filtered(db: Kysely<Database>, { sendingId, state, search }: RecipientFilter) {
  let query = db
    .selectFrom('reminder')
    .innerJoin('person', 'person.id', 'reminder.person_id')
    .where('reminder.sending_id', '=', sendingId);
  if (state !== null) query = query.where('reminder.state', '=', state);
  for (const word of foldText(search).split(' ').filter(Boolean))
    query = query.where(
      sql<boolean>`(instr(${fullName}, ${word}) > 0 or instr(folded(coalesce(person.hr_number, '')), ${word}) > 0)`,
    );
  return query;
}

function recipients(db: Kysely<Database>, filter: RecipientFilter, day: CivilDate) {
  return filtered(db, filter).select([
    'reminder.id',
    'person.given_name',
    'person.family_name',
    'person.hr_number',
    'reminder.address',
    'reminder.state',
    'reminder.sent_at',
    'reminder.failure',
    sql<string | null>`(
      select group_concat(unit.name, ', ') from membership join unit on unit.id = membership.unit_id
      where membership.person_id = reminder.person_id and membership.from_date <= ${day}
        and (membership.to_date is null or membership.to_date > ${day}))`.as('units'),
  ]);
}

type RecipientRow = Awaited<ReturnType<ReturnType<typeof recipients>['executeTakeFirstOrThrow']>>;

function toRecipient(row: RecipientRow): Recipient {
  return {
    reminderId: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    hrNumber: row.hr_number,
    units: row.units ?? '',
    address: row.address,
    state: row.state,
    sentAt: row.sent_at as Instant | null,
    failure: row.failure,
  };
}
