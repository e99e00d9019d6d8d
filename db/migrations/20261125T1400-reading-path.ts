import { sql, type Kysely } from 'kysely';

/** How a person chose to read: traces, for them alone and for the trainer whom they ask to see. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table lesson_reading (
    person_id text not null references person (id),
    module_id text not null references module (id),
    edition integer not null,
    lesson text not null,
    reading text not null check (reading in ('full', 'folded')),
    chosen_at text not null,
    primary key (person_id, module_id, edition, lesson)
  ) strict, without rowid`.execute(db);
  await sql`create table module_path (
    person_id text not null references person (id),
    module_id text not null references module (id),
    edition integer not null,
    path text not null check (path in ('folded', 'interview')),
    chosen_at text not null,
    interviewed_at text,
    interviewed_by text references person (id),
    primary key (person_id, module_id, edition)
  ) strict, without rowid`.execute(db);
}
