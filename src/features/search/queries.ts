import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { MARK_END, MARK_START } from './marked-text.ts';

/** What the index was made from; null when it never was. */
export async function findIndexFingerprint(db: Kysely<Database>): Promise<string | null> {
  const row = await db.selectFrom('search_state').select('fingerprint').executeTakeFirst();
  return row?.fingerprint ?? null;
}

/** A document that was found, its texts marked where the words are. */
export interface FoundDocument {
  kind: 'lesson' | 'term';
  moduleCode: string;
  place: string;
  title: string;
  objective: string;
  /** Around the words, or the beginning when they are elsewhere. */
  extract: string;
}

/** Columns of `search_text`, in its order, and how much a word counts in each. */
const BODY = 3;
const WEIGHTS = sql.raw('10.0, 4.0, 4.0, 1.0');
const EXTRACT_WORDS = 28;

/** The documents that match an expression of FTS5, the best first. */
export async function findDocuments(db: Kysely<Database>, expression: string, limit: number): Promise<FoundDocument[]> {
  const { rows } = await sql<FoundDocument>`
    select kind, module_code as "moduleCode", place,
      highlight(search_text, 0, ${MARK_START}, ${MARK_END}) as title,
      highlight(search_text, 1, ${MARK_START}, ${MARK_END}) as objective,
      snippet(search_text, ${BODY}, ${MARK_START}, ${MARK_END}, '…', ${EXTRACT_WORDS}) as extract
    from search_text
    where search_text match ${expression}
    order by bm25(search_text, ${WEIGHTS}), rowid
    limit ${limit}`.execute(db);
  return rows;
}

/** True when something matches an expression of FTS5. */
export async function hasDocuments(db: Kysely<Database>, expression: string): Promise<boolean> {
  const { rows } = await sql`select 1 from search_text where search_text match ${expression} limit 1`.execute(db);
  return rows.length > 0;
}
