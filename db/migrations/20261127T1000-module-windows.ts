import { sql, type Kysely } from 'kysely';

/**
 * A module that is asked for again is done again from its beginning: what was read, answered and played belongs to the window
 * it was done in, by the first day of that window, as beginnings and completions do. All there was so far is of the first one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const FIRST_WINDOW = `'0001-01-01'`;

const OF_WINDOW = `person_id text not null references person (id),
     module_id text not null references module (id),
     edition integer not null,
     window_from text not null`;

const statements = [
  ...rebuilt('lesson_read', {
    columns: `lesson text not null,
     read_at text not null`,
    key: 'lesson',
    copied: 'lesson, read_at',
  }),
  ...rebuilt('exercise_answer', {
    columns: `block_id text not null,
     answer text not null check (json_valid(answer)),
     answered_at text not null`,
    key: 'block_id',
    copied: 'block_id, answer, answered_at',
  }),
  ...rebuilt('lesson_reading', {
    columns: `lesson text not null,
     reading text not null check (reading in ('full', 'folded')),
     chosen_at text not null`,
    key: 'lesson',
    copied: 'lesson, reading, chosen_at',
  }),
  ...rebuilt('module_path', {
    columns: `path text not null check (path in ('folded', 'interview')),
     chosen_at text not null,
     interviewed_at text,
     interviewed_by text references person (id)`,
    copied: 'path, chosen_at, interviewed_at, interviewed_by',
  }),
  `alter table attempt add column window_from text not null default ${FIRST_WINDOW}`,
  `alter table package_attempt add column window_from text not null default ${FIRST_WINDOW}`,
];

/** SQLite cannot change a primary key: the table is written anew. */
function rebuilt(table: string, { columns, copied, key }: { columns: string; copied: string; key?: string }): string[] {
  return [
    `create table ${table}_anew (
     ${OF_WINDOW},
     ${columns},
     primary key (person_id, module_id, edition, window_from${key ? `, ${key}` : ''})
   ) strict, without rowid`,
    `insert into ${table}_anew select person_id, module_id, edition, ${FIRST_WINDOW}, ${copied} from ${table}`,
    `drop table ${table}`,
    `alter table ${table}_anew rename to ${table}`,
  ];
}
