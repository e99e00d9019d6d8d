import { Lucia, TimeSpan } from 'lucia';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { luciaAdapter } from './lucia-adapter.ts';
import type { SignedInPerson } from './queries.ts';

const SESSION_LIFETIME = new TimeSpan(12, 'h');

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseUserAttributes: SignedInPerson;
    DatabaseSessionAttributes: { idHash: string; createdAt: Instant; userAgent: string };
  }
}

/** Sign-in sessions of 12 hours, renewed when half of that has passed. Only this folder knows Lucia (Decision 3). */
export function createLucia(db: Kysely<Database>) {
  return new Lucia(luciaAdapter(db), {
    sessionExpiresIn: SESSION_LIFETIME,
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
}

const instances = new WeakMap<Kysely<Database>, ReturnType<typeof createLucia>>();

/** The one Lucia of a database. */
export function luciaOf(db: Kysely<Database>): ReturnType<typeof createLucia> {
  let lucia = instances.get(db);
  if (!lucia) instances.set(db, (lucia = createLucia(db)));
  return lucia;
}
