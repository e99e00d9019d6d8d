import { sql, type Kysely } from 'kysely';

/**
 * Times (`…_at`) are ISO-8601 UTC text, dates (`…_on`, `…_date`) are civil dates of Europe/Paris.
 * Periods are half-open: [from_date, to_date). Large columns stand last in their table: SQLite reads a row from its start.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // installation
  `create table installation (
     key text primary key,
     value text not null
   ) strict, without rowid`,

  // journal
  `create table journal (
     id text primary key,
     at text not null,
     actor_id text,
     verb text not null,
     subject_kind text not null,
     subject_id text not null,
     detail text not null check (json_valid(detail)),
     request_id text
   ) strict`,
  `create index journal_at on journal (at)`,
  ...appendOnly('journal'),

  // people
  `create table unit (
     id text primary key,
     code text not null unique,
     name text not null,
     parent_id text references unit (id),
     created_at text not null
   ) strict`,
  `create index unit_parent on unit (parent_id)`,
  `create table unit_closure (
     ancestor_id text not null references unit (id),
     descendant_id text not null references unit (id),
     depth integer not null check (depth >= 0),
     primary key (ancestor_id, descendant_id)
   ) strict, without rowid`,
  `create index unit_closure_descendant on unit_closure (descendant_id)`,
  `create table person (
     id text primary key,
     hr_number text unique,
     given_name text not null,
     family_name text not null,
     status text not null check (status in ('military', 'civilian', 'student')),
     created_at text not null
   ) strict`,
  `create index person_name on person (family_name, given_name)`,
  `create table membership (
     id text primary key,
     person_id text not null references person (id),
     unit_id text not null references unit (id),
     from_date text not null,
     to_date text check (to_date > from_date),
     unique (person_id, unit_id, from_date)
   ) strict`,
  `create index membership_unit on membership (unit_id, person_id)`,
  `create table role_grant (
     id text primary key,
     person_id text not null references person (id),
     role text not null check (role in ('learner', 'trainer', 'manager', 'administrator')),
     unit_id text references unit (id),
     granted_at text not null,
     granted_by text references person (id),
     check ((role = 'manager') = (unit_id is not null))
   ) strict`,
  `create unique index role_grant_once on role_grant (person_id, role, ifnull(unit_id, ''))`,

  // sign-in
  `create table account (
     person_id text primary key references person (id),
     username text not null unique collate nocase,
     password_hash text not null,
     password_changed_at text not null,
     must_change_since text,
     last_signed_in_at text
   ) strict`,
  `create table sign_in_session (
     id_hash text primary key,
     person_id text not null references account (person_id),
     created_at text not null,
     expires_at text not null,
     user_agent text not null
   ) strict`,
  `create index sign_in_session_person on sign_in_session (person_id)`,
  `create table sign_in_failure (
     key text primary key,
     count integer not null,
     last_at text not null,
     blocked_until text
   ) strict, without rowid`,

  // publishing
  `create table module (
     id text primary key,
     slug text not null unique,
     code text not null unique,
     created_at text not null
   ) strict`,
  `create table module_version (
     id text primary key,
     module_id text not null references module (id),
     edition integer not null check (edition >= 1),
     revision integer not null check (revision >= 1),
     hash text not null,
     title text not null,
     kind text not null check (kind in ('correction', 'material')),
     redo_from_date text,
     note text not null,
     published_at text not null,
     published_by text references person (id),
     sources text not null check (json_valid(sources)),
     unique (module_id, edition, revision)
   ) strict`,
  ...appendOnly('module_version'),
  `create table compiled_version (
     version_id text primary key references module_version (id),
     compiler_version integer not null,
     compiled text not null check (json_valid(compiled))
   ) strict`,
  `create table media (
     hash text primary key,
     extension text not null,
     bytes blob not null
   ) strict`,
  `create table version_media (
     version_id text not null references module_version (id),
     path text not null,
     media_hash text not null references media (hash),
     primary key (version_id, path)
   ) strict, without rowid`,

  // obligations
  `create table programme (
     id text primary key,
     slug text not null unique,
     name text not null,
     opens_on text not null,
     deadline text not null,
     created_at text not null
   ) strict`,
  `create table programme_module (
     programme_id text not null references programme (id),
     module_id text not null references module (id),
     position integer not null,
     primary key (programme_id, module_id)
   ) strict, without rowid`,
  `create table designation (
     id text primary key,
     programme_id text not null references programme (id),
     person_id text not null references person (id),
     from_date text not null,
     to_date text check (to_date > from_date),
     designated_at text not null,
     designated_by text references person (id),
     unique (programme_id, person_id, from_date)
   ) strict`,
  `create index designation_person on designation (person_id)`,
  `create table exemption (
     id text primary key,
     programme_id text not null references programme (id),
     person_id text not null references person (id),
     from_date text not null,
     to_date text check (to_date > from_date),
     reason text not null,
     recorded_at text not null,
     recorded_by text references person (id),
     unique (programme_id, person_id, from_date)
   ) strict`,
  `create index exemption_person on exemption (person_id)`,
  `create table credit (
     id text primary key,
     programme_id text not null references programme (id),
     person_id text not null references person (id),
     done_on text not null,
     proof text not null,
     recorded_at text not null,
     recorded_by text references person (id),
     unique (programme_id, person_id, done_on)
   ) strict`,
  `create index credit_person on credit (person_id)`,
  `create table absence (
     id text primary key,
     person_id text not null references person (id),
     from_date text not null,
     to_date text check (to_date > from_date),
     category text not null check (category in ('mission', 'leave', 'sick')),
     recorded_at text not null,
     recorded_by text references person (id),
     unique (person_id, from_date)
   ) strict`,

  // learning: obligation facts
  `create table begun (
     person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     version_id text not null references module_version (id),
     begun_at text not null,
     begun_on text not null,
     primary key (person_id, module_id, edition)
   ) strict, without rowid`,
  ...appendOnly('begun'),
  `create table completion (
     id text primary key,
     person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     version_id text not null references module_version (id),
     rule text not null,
     completed_at text not null,
     completed_on text not null,
     unique (person_id, module_id, edition)
   ) strict`,
  `create index completion_module on completion (module_id, completed_on)`,
  ...appendOnly('completion'),

  // learning: traces
  `create table place (
     person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     lesson text,
     moved_at text not null,
     primary key (person_id, module_id)
   ) strict, without rowid`,
  `create table lesson_read (
     person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     lesson text not null,
     read_at text not null,
     primary key (person_id, module_id, edition, lesson)
   ) strict, without rowid`,
  `create table exercise_answer (
     person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     block_id text not null,
     answer text not null check (json_valid(answer)),
     answered_at text not null,
     primary key (person_id, module_id, edition, block_id)
   ) strict, without rowid`,

  // assessments: traces
  `create table attempt (
     id text primary key,
     person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     version_id text not null references module_version (id),
     opened_at text not null,
     finished_at text,
     right_count integer,
     is_passed integer check (is_passed in (0, 1)),
     check ((finished_at is null) = (is_passed is null))
   ) strict`,
  `create unique index attempt_one_open on attempt (person_id, module_id) where finished_at is null`,
  `create index attempt_person on attempt (person_id, module_id, edition)`,
  `create table attempt_question (
     attempt_id text not null references attempt (id),
     position integer not null,
     question_id text not null,
     is_right integer check (is_right in (0, 1)),
     primary key (attempt_id, position)
   ) strict, without rowid`,
  `create table attempt_answer (
     event_id text primary key,
     attempt_id text not null references attempt (id),
     position integer not null,
     sequence integer not null,
     choices text not null check (json_valid(choices)),
     answered_at text not null,
     unique (attempt_id, position, sequence),
     foreign key (attempt_id, position) references attempt_question (attempt_id, position)
   ) strict`,
];

function appendOnly(table: string): string[] {
  return ['update', 'delete'].map(
    (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
       begin select raise(abort, '${table} is append-only'); end`,
  );
}
