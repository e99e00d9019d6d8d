import { sql, type Kysely } from 'kysely';

/**
 * Files that somebody asked for and that take a while. A job is a row before anything is written, so that a stop loses none; the
 * file itself stands beside the database. The id comes with the form: sent twice, it is one job.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table export_job (
     id text primary key,
     person_id text not null references person (id),
     unit_id text not null references unit (id) on delete cascade,
     programme_id text not null references programme (id),
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
     check ((state in ('done', 'failed')) = (ended_at is not null)),
     check ((state = 'done') = (size is not null)),
     check ((state = 'failed') = (failure is not null))
   ) strict`,
  `create index export_job_person on export_job (person_id, asked_at)`,
  `create index export_job_open on export_job (asked_at) where state in ('waiting', 'running')`,
];
