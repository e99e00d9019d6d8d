import { sql, type Kysely } from 'kysely';
import type { AbsenceCategory, Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Decision, DecisionKind } from './decision.ts';

/** A decision that waits for a second person. */
export interface PendingDecision {
  decisionId: string;
  decision: Decision;
  proposedBy: string;
  proposedAt: Instant;
  proposedByName: string;
  /** Of whom it is. */
  personName: string;
  hrNumber: string | null;
  programmeName: string | null;
}

export async function findWaitingDecision(db: Kysely<Database>, decisionId: string): Promise<PendingDecision | null> {
  const row = await waiting(db).where('pending_decision.id', '=', decisionId).executeTakeFirst();
  return row ? toPending(row) : null;
}

/** The decisions that wait, the oldest first; of one person, or of everybody. */
export async function listWaitingDecisions(
  db: Kysely<Database>,
  { personId, limit, offset = 0 }: { personId?: string; limit: number; offset?: number },
): Promise<PendingDecision[]> {
  const rows = await waiting(db)
    .$if(personId !== undefined, (query) => query.where('pending_decision.person_id', '=', personId!))
    .orderBy('proposed_at')
    .orderBy('pending_decision.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toPending);
}

export async function countWaitingDecisions(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('pending_decision')
    .where('settled_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function waiting(db: Kysely<Database>) {
  return db
    .selectFrom('pending_decision')
    .innerJoin('person', 'person.id', 'pending_decision.person_id')
    .innerJoin('person as author', 'author.id', 'proposed_by')
    .leftJoin('programme', 'programme.id', 'pending_decision.programme_id')
    .where('settled_at', 'is', null)
    .select(['pending_decision.id', 'kind', 'pending_decision.person_id', 'from_date', 'to_date', 'reason', 'done_on'])
    .select(['proof', 'category', 'proposed_at', 'proposed_by', 'person.hr_number', 'programme.slug'])
    .select([
      'programme.name as programme_name',
      sql<string>`person.family_name || ' ' || person.given_name`.as('person_name'),
      sql<string>`author.given_name || ' ' || author.family_name`.as('author_name'),
    ]);
}

interface PendingRow {
  id: string;
  kind: DecisionKind;
  person_id: string;
  from_date: string | null;
  to_date: string | null;
  reason: string | null;
  done_on: string | null;
  proof: string | null;
  category: AbsenceCategory | null;
  proposed_at: string;
  proposed_by: string;
  hr_number: string | null;
  slug: string | null;
  programme_name: string | null;
  person_name: string;
  author_name: string;
}

function toPending(row: PendingRow): PendingDecision {
  return {
    decisionId: row.id,
    decision: toDecision(row),
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at as Instant,
    proposedByName: row.author_name,
    personName: row.person_name,
    hrNumber: row.hr_number,
    programmeName: row.programme_name,
  };
}

function toDecision(row: PendingRow): Decision {
  const personId = row.person_id;
  const programme = row.slug ?? '';
  const period = { from: row.from_date as CivilDate, to: row.to_date as CivilDate | null };
  switch (row.kind) {
    case 'exemption':
      return { kind: 'exemption', personId, programme, ...period, reason: row.reason ?? '' };
    case 'credit':
      return { kind: 'credit', personId, programme, doneOn: row.done_on as CivilDate, proof: row.proof ?? '' };
    case 'absence':
      return {
        kind: 'absence',
        personId,
        ...period,
        category: row.category!,
        ...(row.reason && { reason: row.reason }),
      };
  }
}
