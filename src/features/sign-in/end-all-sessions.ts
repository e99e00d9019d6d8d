import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { deleteSessionsOf } from './queries.ts';

/** Signs a person out on every device, this one too; twice changes nothing. */
export async function endAllSessions(db: Kysely<Database>, personId: string): Promise<void> {
  await deleteSessionsOf(db, personId);
}
