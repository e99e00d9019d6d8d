import { sql, type Kysely } from 'kysely';

/** What people search in: the lessons and the glossary of what is live, made again by the search itself when that changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Accents count for nothing; the beginnings of words are indexed up to three letters, since every word may be one.
  `create virtual table search_text using fts5 (
     title, objective, headings, body,
     kind unindexed, module_code unindexed, place unindexed,
     tokenize = 'unicode61 remove_diacritics 2',
     prefix = '2 3'
   )`,
  `create table search_state (
     id integer primary key check (id = 1),
     fingerprint text not null
   ) strict`,
];
