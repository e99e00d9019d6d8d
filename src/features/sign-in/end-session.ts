import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { deleteOwnSession } from './queries.ts';

/** Ends one of a person's sessions; another person's, or one that has ended, is left as it is. */
export async function endSession(db: Kysely<Database>, personId: string, idHash: string): Promise<void> {
  await deleteOwnSession(db, personId, idHash);
}
