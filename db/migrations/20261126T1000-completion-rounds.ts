import { sql, type Kysely } from 'kysely';

/**
 * A completion can be given in error, by a presence that was not one: it is withdrawn from a day on, with its reason, and never
 * rewritten otherwise, so that the figures of past days stay. And a module can be asked for again: what is done is done for
 * the window that begins on `window_from` ('0001-01-01' for the first).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table begun_again (
     person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     window_from text not null,
     version_id text not null references module_version (id),
     begun_at text not null,
     begun_on text not null,
     primary key (person_id, module_id, edition, window_from)
   ) strict, without rowid`,
  `insert into begun_again
   select person_id, module_id, edition, '0001-01-01', version_id, begun_at, begun_on from begun`,
  `drop table begun`,
  `alter table begun_again rename to begun`,
  ...refuse('begun', 'update'),
  ...refuse('begun', 'delete'),
  ...countChanges('begun'),

  `create table completion_again (
     id text primary key,
     person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     window_from text not null,
     version_id text not null references module_version (id),
     rule text not null,
     completed_at text not null,
     completed_on text not null,
     done_on text not null check (done_on <= completed_on),
     withdrawn_at text,
     withdrawn_on text,
     withdrawn_by text references person (id),
     withdrawn_reason text,
     check ((withdrawn_at is null) = (withdrawn_on is null) and (withdrawn_at is null) = (withdrawn_reason is null))
   ) strict`,
  `insert into completion_again
   select id, person_id, module_id, edition, '0001-01-01', version_id, rule, completed_at, completed_on, completed_on,
     null, null, null, null
   from completion`,
  `drop table completion`,
  `alter table completion_again rename to completion`,
  `create unique index completion_once on completion (person_id, module_id, edition, window_from)
     where withdrawn_on is null`,
  `create index completion_person on completion (person_id, module_id)`,
  `create index completion_module on completion (module_id, completed_on)`,
  ...refuse('completion', 'delete'),
  `create trigger completion_no_update before update on completion
     when old.withdrawn_at is not null
       or new.withdrawn_at is null
       or (new.id, new.person_id, new.module_id, new.edition, new.window_from, new.version_id, new.rule,
           new.completed_at, new.completed_on, new.done_on)
         is not (old.id, old.person_id, old.module_id, old.edition, old.window_from, old.version_id, old.rule,
           old.completed_at, old.completed_on, old.done_on)
     begin select raise(abort, 'completion is append-only, except to be withdrawn once'); end`,
  ...countChanges('completion'),

  // What a presence gave, so that both are withdrawn together.
  `alter table attendance add column completion_id text references completion (id)`,
  `alter table attendance add column lessons_given text check (lessons_given is null or json_valid(lessons_given))`,
];

function refuse(table: string, verb: 'update' | 'delete'): string[] {
  return [
    `create trigger ${table}_no_${verb} before ${verb} on ${table}
       begin select raise(abort, '${table} is append-only'); end`,
  ];
}

function countChanges(table: string): string[] {
  return ['insert', 'update', 'delete'].map(
    (verb) => `create trigger ${table}_counts_${verb} after ${verb} on ${table}
       begin update fact_revision set revision = revision + 1 where topic = 'learning'; end`,
  );
}
