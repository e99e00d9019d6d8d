import type { Kysely } from 'kysely';
import type { Database, ExportFailure } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { whenFree } from '#platform/db/when-free.ts';

/**
 * Takes the next job that waits, unless one is being worked on: one statement, so that whoever asks, one works at a time.
 * Returns its id.
 */
export async function takeNextJob(db: Kysely<Database>): Promise<string | null> {
  const row = await whenFree(() =>
    db
      .updateTable('export_job')
      .set({ state: 'running', lines_done: 0, lines_total: null })
      .where('id', '=', (eb) =>
        eb
          .selectFrom('export_job as next')
          .where('next.state', '=', 'waiting')
          .orderBy('next.asked_at')
          .orderBy('next.id')
          .limit(1)
          .select('next.id'),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('export_job as other').where('other.state', '=', 'running').select('other.id'))),
      )
      .returning('id')
      .executeTakeFirst(),
  );
  return row?.id ?? null;
}

/** Has what was being worked on when the server stopped begun again. */
export async function beginAgain(db: Kysely<Database>): Promise<void> {
  await whenFree(() =>
    db.updateTable('export_job').set({ state: 'waiting', lines_done: 0 }).where('state', '=', 'running').execute(),
  );
}

export async function noteProgress(
  db: Kysely<Database>,
  jobId: string,
  lines: { lines_done: number; lines_total: number | null },
): Promise<void> {
  await whenFree(() =>
    db.updateTable('export_job').set(lines).where('id', '=', jobId).where('state', '=', 'running').execute(),
  );
}

/** Notes that a file is there; false when it was removed meanwhile. */
export async function noteDone(
  db: Kysely<Database>,
  jobId: string,
  { at, size, fingerprint, lines }: { at: Instant; size: number; fingerprint: string | null; lines: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await whenFree(() =>
    db
      .updateTable('export_job')
      .set({ state: 'done', ended_at: at, size, fingerprint, lines_done: lines ?? 0, lines_total: lines })
      .where('id', '=', jobId)
      .executeTakeFirst(),
  );
  return numUpdatedRows > 0n;
}

export async function noteFailed(
  db: Kysely<Database>,
  jobId: string,
  { at, failure }: { at: Instant; failure: ExportFailure },
): Promise<void> {
  await whenFree(() =>
    db.updateTable('export_job').set({ state: 'failed', ended_at: at, failure }).where('id', '=', jobId).execute(),
  );
}

/** Forgets the jobs that ended before an instant. */
export async function forgetEndedBefore(db: Kysely<Database>, before: Instant): Promise<void> {
  await whenFree(() => db.deleteFrom('export_job').where('ended_at', '<', before).execute());
}
