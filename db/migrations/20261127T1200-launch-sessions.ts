import { sql, type Kysely } from 'kysely';

/** An opening of the player lasts no longer than the sign-in session that it was made in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table package_launch
    add column session_hash text references sign_in_session (id_hash) on delete set null`.execute(db);
  await sql`create index package_launch_session on package_launch (session_hash)`.execute(db);
}
