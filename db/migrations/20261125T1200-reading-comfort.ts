import { sql, type Kysely } from 'kysely';

/** How each person reads best. Whoever has no row reads as the pages are set. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table reading_comfort (
    person_id text primary key references person (id),
    text_size text not null check (text_size in ('normal', 'large', 'larger')),
    spacing text not null check (spacing in ('normal', 'wide')),
    shortcuts_off_since text,
    changed_at text not null
  ) strict, without rowid`.execute(db);
}
