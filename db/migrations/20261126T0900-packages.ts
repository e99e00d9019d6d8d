import { sql, type Kysely } from 'kysely';

/**
 * Packages delivered by others. A package is a module of its own kind: its versions, programmes, beginnings and completions are
 * those of any module. What a package says while it runs is a trace.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table module add column is_package integer not null default 0 check (is_package in (0, 1))`,
  `create table package_delivery (
     id text primary key,
     hash text not null unique,
     file_name text not null,
     standard text not null check (standard in ('scorm12', 'scorm2004-2', 'scorm2004-3', 'scorm2004-4')),
     identifier text not null,
     title text not null,
     manifest text not null,
     findings text not null,
     file_count integer not null,
     total_bytes integer not null,
     imported_at text not null,
     imported_by text references person (id)
   ) strict`,
  `create index package_delivery_identifier on package_delivery (identifier)`,
  `create table package_file (
     delivery_id text not null references package_delivery (id),
     path text not null,
     hash text not null,
     bytes integer not null,
     media_type text not null,
     primary key (delivery_id, path)
   ) strict, without rowid`,
  `create index package_file_hash on package_file (hash)`,
  `create table package_version (
     version_id text primary key references module_version (id),
     delivery_id text not null references package_delivery (id),
     completion_rule text not null check (completion_rule in ('all', 'any')),
     may_open_windows integer not null default 0 check (may_open_windows in (0, 1))
   ) strict, without rowid`,
  `create table package_attempt (
     id text primary key,
     person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     version_id text not null references module_version (id),
     host_label text not null unique,
     opened_at text not null,
     closed_at text,
     sequencing text,
     shared_data text,
     completed_at text
   ) strict`,
  `create unique index package_attempt_open on package_attempt (person_id, module_id, edition) where closed_at is null`,
  `create table package_launch (
     id text primary key,
     attempt_id text not null references package_attempt (id),
     ordinal integer not null check (ordinal >= 1),
     token text not null unique,
     opened_at text not null,
     expires_at text not null,
     seen_at text not null,
     ended_at text,
     unique (attempt_id, ordinal)
   ) strict`,
  `create table package_trial (
     id text primary key,
     delivery_id text not null references package_delivery (id),
     person_id text not null references person (id),
     host_label text not null,
     token text not null unique,
     expires_at text not null
   ) strict`,
  `create table package_commit (
     attempt_id text not null references package_attempt (id),
     launch integer not null,
     sequence integer not null,
     item text not null,
     digest text not null,
     received_at text not null,
     primary key (attempt_id, launch, sequence)
   ) strict, without rowid`,
  `create table package_item (
     attempt_id text not null references package_attempt (id),
     item text not null,
     state text not null,
     received_at text not null,
     primary key (attempt_id, item)
   ) strict, without rowid`,
  `create table package_objective (
     person_id text not null references person (id),
     scope text not null,
     objective text not null,
     state text not null,
     changed_at text not null,
     primary key (person_id, scope, objective)
   ) strict, without rowid`,
];
