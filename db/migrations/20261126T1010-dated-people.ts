import { sql, type Kysely } from 'kysely';

/**
 * What a person was before a day: `person` says what they are today, and each row here what they were until, and not
 * including, that day. Only those who have changed have rows. And why an absence was given another end than the one it
 * was recorded with.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table person_before (
     person_id text not null references person (id),
     before_date text not null,
     status text not null check (status in ('military', 'civilian', 'student')),
     rank_group text,
     job text,
     primary key (person_id, before_date)
   ) strict, without rowid`,
  `alter table absence add column end_reason text`,
];
