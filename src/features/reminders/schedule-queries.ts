import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ReminderStep } from '#domain/obligation/reminder-steps.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

/** The steps of a programme's schedule. */
export async function listSteps(db: Kysely<Database>, programmeId: string): Promise<ReminderStep[]> {
  const rows = await db
    .selectFrom('reminder_step')
    .where('programme_id', '=', programmeId)
    .select(['audience', 'days_before', 'added_at'])
    .execute();
  return rows.map((row) => ({
    audience: row.audience,
    daysBefore: row.days_before,
    addedOn: civilDateOf(row.added_at as Instant),
  }));
}

/** The programme of that name; null when there is none. */
export async function findProgrammeId(db: Kysely<Database>, slug: string): Promise<string | null> {
  const row = await db.selectFrom('programme').where('slug', '=', slug).select('id').executeTakeFirst();
  return row?.id ?? null;
}
