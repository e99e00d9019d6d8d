import { sql, type Kysely } from 'kysely';

/**
 * Reminders. A sending is written with one row for each person before anything leaves, so that what is left to do survives
 * a restart. The database itself holds « nobody twice »: one row for each person of a sending, one sending for each occasion
 * (a step of the schedule on its day, the digest of a week), one reminder of a programme to a person in seven days.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table reminder_sending (
     id text primary key,
     kind text not null check (kind in ('chosen', 'step', 'escalation', 'digest')),
     programme_id text references programme (id),
     unit_id text references unit (id),
     choice text not null default '{}' check (json_valid(choice)),
     subject text not null,
     body text not null,
     prepared_at text not null,
     prepared_by text references person (id),
     released_at text,
     released_by text references person (id),
     occasion text,
     problem text,
     problem_at text,
     check ((kind = 'digest') = (programme_id is null)),
     check (occasion is null or released_at is not null),
     check ((problem is null) = (problem_at is null))
   ) strict`,
  `create unique index reminder_sending_occasion on reminder_sending (occasion) where occasion is not null`,
  `create index reminder_sending_prepared on reminder_sending (prepared_at)`,
  `create table reminder (
     id text primary key,
     sending_id text not null references reminder_sending (id),
     person_id text not null references person (id),
     programme_id text references programme (id),
     address text,
     body text,
     state text not null check (
       state in ('pending', 'taken', 'sent', 'failed', 'no-address', 'recent', 'settled', 'stopped')
     ),
     tries integer not null default 0,
     next_try_at text,
     taken_at text,
     sent_at text,
     failure text,
     check ((state = 'no-address') = (address is null)),
     check ((state = 'failed') = (failure is not null)),
     check ((state = 'sent') = (sent_at is not null)),
     check (state not in ('taken', 'sent') or taken_at is not null)
   ) strict`,
  `create unique index reminder_once on reminder (sending_id, person_id)`,
  `create index reminder_person on reminder (person_id, programme_id)`,
  `create index reminder_progress on reminder (sending_id, state, id)`,
  `create trigger reminder_seven_days before update of state on reminder
     when new.state = 'taken' and exists (
       select 1 from reminder other
       where other.person_id = new.person_id and other.programme_id = new.programme_id and other.id <> new.id
         and other.state in ('taken', 'sent')
         and other.taken_at > strftime('%Y-%m-%dT%H:%M:%fZ', new.taken_at, '-7 days')
     )
     begin select raise(abort, 'reminded of this programme in the last seven days'); end`,
  `create table reminder_step (
     programme_id text not null references programme (id),
     audience text not null check (audience in ('person', 'manager')),
     days_before integer not null check (days_before between -90 and 365),
     added_at text not null,
     added_by text references person (id),
     primary key (programme_id, audience, days_before)
   ) strict, without rowid`,
  `create table digest_refusal (
     person_id text primary key references person (id),
     refused_at text not null
   ) strict, without rowid`,
];
