import { sql, type Kysely } from 'kysely';

/**
 * The tree of units becomes dated, so that a report as of a past day keeps the tree of that day; what stood before counts
 * since ever. `unit.parent_id` stays the parent of today. `fact_revision` grows whenever a fact that figures are made of
 * changes, so that what was computed from them knows whether it still holds.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table unit add column closed_on text`,
  `create table dated_closure (
     ancestor_id text not null references unit (id),
     descendant_id text not null references unit (id),
     depth integer not null check (depth >= 0),
     from_date text not null,
     to_date text check (to_date > from_date),
     primary key (ancestor_id, descendant_id, from_date)
   ) strict, without rowid`,
  `insert into dated_closure select ancestor_id, descendant_id, depth, '0001-01-01', null from unit_closure`,
  `drop table unit_closure`,
  `alter table dated_closure rename to unit_closure`,
  `create index unit_closure_descendant on unit_closure (descendant_id)`,

  `alter table person add column email text`,
  `alter table person add column rank_group text`,
  `alter table person add column job text`,
  `create index person_email on person (email) where email is not null`,
  `create index membership_open on membership (person_id) where to_date is null`,

  // A role held for a time: the follow-up of a unit, delegated during a leave.
  `alter table role_grant add column from_date text`,
  `alter table role_grant add column to_date text`,
  `alter table role_grant add column reason text`,
  `drop index role_grant_once`,
  `create unique index role_grant_once on role_grant (person_id, role, ifnull(unit_id, ''), ifnull(from_date, ''))`,

  // "Modules every year": a programme belongs to a year, may be closed, and may ask for work done since a day.
  `alter table programme add column year integer`,
  `alter table programme add column grace_days integer not null default 0 check (grace_days >= 0)`,
  `alter table programme add column counts_from text`,
  `alter table programme add column closed_on text`,

  // A fact counts from the day it is recorded at the earliest: the past is closed (src/domain/README.md).
  `alter table credit add column counts_from text not null default '0001-01-01'`,
  `update credit set counts_from = done_on`,
  `alter table credit add column to_date text`,
  `alter table credit add column end_reason text`,
  `alter table exemption add column end_reason text`,
  `alter table designation add column end_reason text`,

  `create table fact_revision (
     topic text primary key,
     revision integer not null
   ) strict, without rowid`,
  `insert into fact_revision values ('organisation', 0), ('obligations', 0), ('learning', 0)`,
  ...['unit', 'unit_closure', 'person', 'membership'].flatMap((table) => countChanges(table, 'organisation')),
  ...['programme', 'programme_module', 'designation', 'exemption', 'credit', 'absence', 'module_version'].flatMap(
    (table) => countChanges(table, 'obligations'),
  ),
  ...['begun', 'completion'].flatMap((table) => countChanges(table, 'learning')),
];

function countChanges(table: string, topic: string): string[] {
  return ['insert', 'update', 'delete'].map(
    (verb) => `create trigger ${table}_counts_${verb} after ${verb} on ${table}
       begin update fact_revision set revision = revision + 1 where topic = '${topic}'; end`,
  );
}
