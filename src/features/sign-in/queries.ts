import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { ORDINARY_READING, SPACINGS, TEXT_SIZES, type ReadingComfort } from '#domain/identity/reading-comfort.ts';
import { ROLES, type RoleGrant } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { z } from 'zod';
import { whenFree } from '#platform/db/when-free.ts';

export interface SignedInPerson {
  personId: string;
  givenName: string;
  familyName: string;
  /** Those of a delegation have their days, [from, to). */
  roles: (RoleGrant & { from: CivilDate | null; to: CivilDate | null })[];
  mustChangePassword: boolean;
  comfort: ReadingComfort;
}

export interface StoredSession {
  idHash: string;
  personId: string;
  createdAt: Instant;
  expiresAt: Instant;
  userAgent: string;
}

const Day = z
  .string()
  .transform((day) => day as CivilDate)
  .nullable();
const Grants = z.array(z.object({ role: z.enum(ROLES), unitId: z.string().nullable(), from: Day, to: Day }));

const rolesAsJson = sql<string>`(
  select json_group_array(json_object('role', role, 'unitId', unit_id, 'from', from_date, 'to', to_date))
  from role_grant where role_grant.person_id = account.person_id)`;

const Comfort = z.object({
  textSize: z.enum(TEXT_SIZES),
  spacing: z.enum(SPACINGS),
  hasShortcuts: z.number().transform(Boolean),
});

const comfortAsJson = sql<string | null>`(
  select json_object('textSize', text_size, 'spacing', spacing, 'hasShortcuts', shortcuts_off_since is null)
  from reading_comfort where reading_comfort.person_id = account.person_id)`;

/** A session with its person, their roles and how they read, in one statement: every signed-in request begins with it. */
export async function findSessionWithPerson(
  db: Kysely<Database>,
  idHash: string,
): Promise<(StoredSession & SignedInPerson) | null> {
  const row = await db
    .selectFrom('sign_in_session')
    .innerJoin('account', 'account.person_id', 'sign_in_session.person_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('sign_in_session.id_hash', '=', idHash)
    .select(['sign_in_session.created_at', 'sign_in_session.expires_at', 'sign_in_session.user_agent'])
    .select([
      'person.id',
      'person.given_name',
      'person.family_name',
      'account.must_change_since',
      rolesAsJson.as('roles'),
      comfortAsJson.as('comfort'),
    ])
    .executeTakeFirst();
  if (!row) return null;
  return {
    idHash,
    personId: row.id,
    createdAt: row.created_at as Instant,
    expiresAt: row.expires_at as Instant,
    userAgent: row.user_agent,
    givenName: row.given_name,
    familyName: row.family_name,
    roles: Grants.parse(JSON.parse(row.roles)),
    mustChangePassword: row.must_change_since !== null,
    comfort: row.comfort === null ? ORDINARY_READING : Comfort.parse(JSON.parse(row.comfort)),
  };
}

export async function listSessions(db: Kysely<Database>, personId: string): Promise<StoredSession[]> {
  const rows = await db
    .selectFrom('sign_in_session')
    .where('person_id', '=', personId)
    .select(['id_hash', 'created_at', 'expires_at', 'user_agent'])
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    idHash: row.id_hash,
    personId,
    createdAt: row.created_at as Instant,
    expiresAt: row.expires_at as Instant,
    userAgent: row.user_agent,
  }));
}

export async function insertSession(db: Kysely<Database>, session: StoredSession): Promise<void> {
  await whenFree(() =>
    db
      .insertInto('sign_in_session')
      .values({
        id_hash: session.idHash,
        person_id: session.personId,
        created_at: session.createdAt,
        expires_at: session.expiresAt,
        user_agent: session.userAgent,
      })
      .execute(),
  );
}

export async function updateSessionExpiry(db: Kysely<Database>, idHash: string, expiresAt: Instant): Promise<void> {
  await whenFree(() =>
    db.updateTable('sign_in_session').set({ expires_at: expiresAt }).where('id_hash', '=', idHash).execute(),
  );
}

export async function deleteSession(db: Kysely<Database>, idHash: string): Promise<void> {
  await whenFree(() => db.deleteFrom('sign_in_session').where('id_hash', '=', idHash).execute());
}

/** Ends one session if it is that person's. */
export async function deleteOwnSession(db: Kysely<Database>, personId: string, idHash: string): Promise<void> {
  await whenFree(() =>
    db.deleteFrom('sign_in_session').where('id_hash', '=', idHash).where('person_id', '=', personId).execute(),
  );
}

/** Ends the sessions of a person, all of them or all but one. */
export async function deleteSessionsOf(db: Kysely<Database>, personId: string, exceptIdHash = ''): Promise<void> {
  await whenFree(() =>
    db.deleteFrom('sign_in_session').where('person_id', '=', personId).where('id_hash', '!=', exceptIdHash).execute(),
  );
}

export async function deleteExpiredSessions(db: Kysely<Database>, now: Instant): Promise<void> {
  await whenFree(() => db.deleteFrom('sign_in_session').where('expires_at', '<=', now).execute());
}

export interface AccountSecret {
  personId: string;
  passwordHash: string;
}

export async function findAccount(db: Kysely<Database>, username: string): Promise<AccountSecret | null> {
  const row = await db
    .selectFrom('account')
    .where('username', '=', username)
    .select(['person_id', 'password_hash'])
    .executeTakeFirst();
  return row ? { personId: row.person_id, passwordHash: row.password_hash } : null;
}

/** The account of a person who is signed in. */
export async function getAccountOf(
  db: Kysely<Database>,
  personId: string,
): Promise<AccountSecret & { username: string }> {
  const row = await db
    .selectFrom('account')
    .where('person_id', '=', personId)
    .select(['username', 'password_hash'])
    .executeTakeFirstOrThrow();
  return { personId, username: row.username, passwordHash: row.password_hash };
}

export async function noteSignedIn(db: Kysely<Database>, personId: string, at: Instant): Promise<void> {
  await whenFree(() =>
    db.updateTable('account').set({ last_signed_in_at: at }).where('person_id', '=', personId).execute(),
  );
}

export interface FailureCount {
  count: number;
  lastAt: Instant;
  blockedUntil: Instant | null;
}

export async function findFailures(db: Kysely<Database>, key: string): Promise<FailureCount | null> {
  const row = await db
    .selectFrom('sign_in_failure')
    .where('key', '=', key)
    .select(['count', 'last_at', 'blocked_until'])
    .executeTakeFirst();
  return row
    ? { count: row.count, lastAt: row.last_at as Instant, blockedUntil: row.blocked_until as Instant | null }
    : null;
}

export async function saveFailures(db: Kysely<Database>, key: string, failures: FailureCount): Promise<void> {
  const values = { count: failures.count, last_at: failures.lastAt, blocked_until: failures.blockedUntil };
  await whenFree(() =>
    db
      .insertInto('sign_in_failure')
      .values({ key, ...values })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
      .execute(),
  );
}

export async function forgetFailures(db: Kysely<Database>, key: string): Promise<void> {
  await whenFree(() => db.deleteFrom('sign_in_failure').where('key', '=', key).execute());
}

export async function forgetFailuresBefore(db: Kysely<Database>, instant: Instant): Promise<void> {
  await whenFree(() => db.deleteFrom('sign_in_failure').where('last_at', '<', instant).execute());
}
