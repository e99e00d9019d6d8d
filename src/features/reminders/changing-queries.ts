import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Instant } from '#domain/time/instant.ts';

/**
 * Lets a sending leave.
 * @param occasion the name under which it leaves once; null for what somebody chose
 */
export async function setReleased(
  db: Kysely<Database>,
  act: Act,
  sendingId: string,
  occasion: string | null,
): Promise<void> {
  await db
    .updateTable('reminder_sending')
    .set({ released_at: act.at, released_by: act.by, occasion })
    .where('id', '=', sendingId)
    .where('released_at', 'is', null)
    .execute();
}

/** True when a sending of this occasion was released. */
export async function isOccasionDone(db: Kysely<Database>, occasion: string): Promise<boolean> {
  const row = await db.selectFrom('reminder_sending').where('occasion', '=', occasion).select('id').executeTakeFirst();
  return row !== undefined;
}

/** The occasions of a programme that were released. */
export async function listOccasions(db: Kysely<Database>, programmeId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('reminder_sending')
    .where('programme_id', '=', programmeId)
    .where('occasion', 'is not', null)
    .select('occasion')
    .execute();
  return new Set(rows.map(({ occasion }) => occasion!));
}

/** Forgets a preview, a thousand rows at a time; true when there is nothing left of it. */
export async function deleteSomeOfPreview(db: Kysely<Database>, sendingId: string): Promise<boolean> {
  const isPreview = db.selectFrom('reminder_sending').where('id', '=', sendingId).where('released_at', 'is', null);
  const { numDeletedRows } = await db
    .deleteFrom('reminder')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('reminder')
        .where('sending_id', '=', sendingId)
        .where(({ exists }) => exists(isPreview.select('id')))
        .select('id')
        .limit(1000),
    )
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) return false;
  await db.deleteFrom('reminder_sending').where('id', '=', sendingId).where('released_at', 'is', null).execute();
  return true;
}

/** The previews made before an instant. */
export async function listPreviewsBefore(db: Kysely<Database>, instant: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('reminder_sending')
    .where('released_at', 'is', null)
    .where('prepared_at', '<', instant)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Stops what has not left yet. Returns how many. */
export async function stopPending(db: Kysely<Database>, sendingId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('reminder')
    .set({ state: 'stopped' })
    .where('sending_id', '=', sendingId)
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('reminder_sending')
    .set({ problem: null, problem_at: null })
    .where('id', '=', sendingId)
    .execute();
  return Number(numUpdatedRows);
}

/** Puts failed letters back among those that wait, to the address that the person has now. Returns how many. */
export async function putBackFailed(db: Kysely<Database>, sendingId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('reminder')
    .set({
      state: 'pending',
      failure: null,
      tries: 0,
      next_try_at: null,
      address: sql<string>`coalesce(
        (select nullif(trim(email), '') from person where person.id = reminder.person_id), address)`,
    })
    .where('sending_id', '=', sendingId)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
