import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { sql } from 'kysely';

export interface DeedLine {
  id: string;
  at: Instant;
  verb: string;
  /** Who did it; null for the command line. */
  actor: string | null;
  subjectKind: string;
  /** The name of the person, unit, module or programme; its id when it has none. */
  subject: string;
  detail: string;
  requestId: string | null;
}

/** The journal, the newest first, one page of it. */
export async function listDeeds(
  db: Kysely<Database>,
  { limit, offset }: { limit: number; offset: number },
): Promise<DeedLine[]> {
  const rows = await db
    .selectFrom('journal')
    .leftJoin('person as actor', 'actor.id', 'journal.actor_id')
    .select([
      'journal.id',
      'journal.at',
      'journal.verb',
      'journal.subject_kind',
      'journal.detail',
      'journal.request_id',
    ])
    .select(sql<string | null>`actor.given_name || ' ' || actor.family_name`.as('actor'))
    .select(
      sql<string>`coalesce(
        (select given_name || ' ' || family_name from person where id = journal.subject_id),
        (select name from unit where id = journal.subject_id),
        (select slug from module where id = journal.subject_id),
        (select name from programme where id = journal.subject_id),
        journal.subject_id)`.as('subject'),
    )
    .orderBy('journal.at', 'desc')
    .orderBy('journal.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at as Instant,
    verb: row.verb,
    actor: row.actor,
    subjectKind: row.subject_kind,
    subject: row.subject,
    detail: row.detail,
    requestId: row.request_id,
  }));
}

export async function countDeeds(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('journal')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
