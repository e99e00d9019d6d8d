import { sql, type Kysely } from 'kysely';

/**
 * A long list of any page is prepared as those of the follow-up are: a job is of a unit and a programme, or of a list by its name
 * with the parameters of its page.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const columns = `id, person_id, unit_id, programme_id, day, query, format, asked_at, state, lines_done, lines_total, ended_at,
  size, fingerprint, failure`;

const statements = [
  `create table export_job_of_any_list (
     id text primary key,
     person_id text not null references person (id),
     list text,
     unit_id text references unit (id) on delete cascade,
     programme_id text references programme (id),
     day text not null,
     query text not null check (json_valid(query)),
     format text not null check (format in ('csv', 'xlsx', 'ods', 'json', 'pdf')),
     asked_at text not null,
     state text not null check (state in ('waiting', 'running', 'done', 'failed')),
     lines_done integer not null default 0,
     lines_total integer,
     ended_at text,
     size integer,
     fingerprint text,
     failure text check (failure in ('out-of-scope', 'broken')),
     check ((list is null) = (unit_id is not null)),
     check ((list is null) = (programme_id is not null)),
     check ((state in ('done', 'failed')) = (ended_at is not null)),
     check ((state = 'done') = (size is not null)),
     check ((state = 'failed') = (failure is not null))
   ) strict`,
  `insert into export_job_of_any_list (${columns}) select ${columns} from export_job`,
  `drop table export_job`,
  `alter table export_job_of_any_list rename to export_job`,
  `create index export_job_person on export_job (person_id, asked_at)`,
  `create index export_job_open on export_job (asked_at) where state in ('waiting', 'running')`,
];
