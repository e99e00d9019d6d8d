import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { deleteSession } from './queries.ts';

/** Ends one sign-in session; ending it twice changes nothing. */
export async function signOut(db: Kysely<Database>, idHash: string): Promise<void> {
  await deleteSession(db, idHash);
}
