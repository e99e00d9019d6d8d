import { sql, type Kysely } from 'kysely';

/**
 * Trainings given in person and meetings with the houses of the agreement. Who attended is a trace, kept apart from the
 * completion that it gives. A presence that was recorded in error is withdrawn, not deleted, once the session is closed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table house (
     id text primary key,
     name text not null unique collate nocase,
     created_at text not null,
     retired_on text
   ) strict`,
  `create table training_session (
     id text primary key,
     held_on text not null,
     starts_at text not null,
     place text not null,
     house_id text references house (id),
     trainer_id text references person (id),
     trainer_name text,
     module_id text not null references module (id),
     seats integer not null check (seats >= 1),
     created_at text not null,
     created_by text references person (id),
     closed_at text,
     closed_by text references person (id),
     cancelled_at text,
     cancelled_by text references person (id),
     cancel_reason text,
     check ((trainer_id is null) <> (trainer_name is null)),
     check ((cancelled_at is null) = (cancel_reason is null))
   ) strict`,
  `create index training_session_held on training_session (held_on)`,
  `create table enrolment (
     session_id text not null references training_session (id),
     person_id text not null references person (id),
     enrolled_at text not null,
     enrolled_by text references person (id),
     primary key (session_id, person_id)
   ) strict, without rowid`,
  `create index enrolment_person on enrolment (person_id)`,
  `create table attendance (
     id text primary key,
     session_id text not null references training_session (id),
     person_id text not null references person (id),
     recorded_at text not null,
     recorded_by text references person (id),
     late_reason text,
     withdrawn_at text,
     withdrawn_by text references person (id),
     withdrawn_reason text,
     check ((withdrawn_at is null) = (withdrawn_reason is null))
   ) strict`,
  `create unique index attendance_once on attendance (session_id, person_id) where withdrawn_at is null`,
  `create index attendance_person on attendance (person_id)`,
  `create table meeting (
     id text primary key,
     held_on text not null,
     place text not null,
     house_id text not null references house (id),
     unit_id text not null references unit (id),
     audience_size integer not null check (audience_size >= 0),
     created_at text not null,
     created_by text references person (id),
     withdrawn_at text,
     withdrawn_by text references person (id),
     withdrawn_reason text,
     check ((withdrawn_at is null) = (withdrawn_reason is null))
   ) strict`,
  `create index meeting_held on meeting (held_on)`,
];
