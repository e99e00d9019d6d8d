import { sql, type Kysely } from 'kysely';

/** What the follow-up keeps of its own: views under a name, and the figures of each month, sealed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table saved_view (
     id text primary key,
     person_id text not null references person (id),
     name text not null,
     address text not null,
     saved_at text not null,
     unique (person_id, name)
   ) strict`,
  `create table seal (
     id text primary key,
     programme_id text not null references programme (id),
     day text not null,
     sealed_at text not null,
     previous text,
     fingerprint text not null,
     unique (programme_id, day)
   ) strict`,
  `create table sealed_figure (
     seal_id text not null references seal (id),
     position integer not null,
     unit_code text not null,
     unit_name text not null,
     parent_code text,
     done integer not null,
     done_elsewhere integer not null,
     exempt integer not null,
     absent integer not null,
     in_progress integer not null,
     not_started integer not null,
     primary key (seal_id, position)
   ) strict, without rowid`,
  ...['seal', 'sealed_figure'].flatMap((table) =>
    ['update', 'delete'].map(
      (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
         begin select raise(abort, '${table} is append-only'); end`,
    ),
  ),
];
