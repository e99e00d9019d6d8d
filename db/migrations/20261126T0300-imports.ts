import { sql, type Kysely } from 'kysely';

/**
 * Imports of people and units from HR. What an import changed is kept in pieces (one row for a thousand changes) until the
 * next import is applied, so that it can be undone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table import_batch (
     id text primary key,
     file_name text not null,
     state text not null check (state in ('stored', 'refused', 'previewed', 'applied', 'undone', 'abandoned')),
     stored_at text not null,
     stored_by text references person (id),
     applied_at text,
     applied_by text references person (id),
     undone_at text,
     undone_by text references person (id),
     settings text not null check (json_valid(settings)),
     preview text check (json_valid(preview)),
     result text check (json_valid(result))
   ) strict`,
  `create index import_batch_stored on import_batch (stored_at)`,
  `create table import_change (
     batch_id text not null references import_batch (id),
     position integer not null,
     kind text not null,
     changes text not null check (json_valid(changes)),
     primary key (batch_id, position)
   ) strict`,
];
