import { sql, type Kysely } from 'kysely';
import type { AbsenceCategory, Database } from '#db/schema.ts';
import type { Period } from '#domain/obligation/obligation-state.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

/** Who recorded a fact, when, and who confirmed it. */
export interface Authorship {
  byId: string | null;
  /** Null for an import or the command line. */
  byName: string | null;
  at: Instant;
  confirmedByName: string | null;
}

export interface DesignationFact extends Period, Authorship {
  factId: string;
  programmeName: string;
  endReason: string | null;
}

export interface ExemptionFact extends DesignationFact {
  reason: string;
}

/** Its period is the one it counts for. */
export interface CreditFact extends DesignationFact {
  doneOn: CivilDate;
  proof: string;
}

export interface AbsenceFact extends Period, Authorship {
  factId: string;
  endReason: string | null;
  category: AbsenceCategory;
}

/** Who confirmed the proposal that a fact was. */
const CONFIRMER = (table: 'exemption' | 'credit' | 'absence') => sql<string | null>`(
  select person.given_name || ' ' || person.family_name from pending_decision join person on person.id = settled_by
  where pending_decision.id = ${sql.ref(`${table}.id`)} and settlement = 'confirmed')`;
const AUTHOR = sql<string | null>`author.given_name || ' ' || author.family_name`;

export async function listDesignationFacts(db: Kysely<Database>, personId: string): Promise<DesignationFact[]> {
  const rows = await db
    .selectFrom('designation')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .leftJoin('person as author', 'author.id', 'designated_by')
    .where('person_id', '=', personId)
    .select(['designation.id', 'programme.name', 'from_date', 'to_date', 'end_reason'])
    .select(['designated_at as at', 'designated_by as by_id', AUTHOR.as('by_name')])
    .orderBy('from_date', 'desc')
    .orderBy('designation.id')
    .execute();
  return rows.map((row) => ({
    ...factOf({ ...row, confirmer: null }),
    endReason: row.end_reason,
    programmeName: row.name,
  }));
}

export async function listExemptionFacts(db: Kysely<Database>, personId: string): Promise<ExemptionFact[]> {
  const rows = await db
    .selectFrom('exemption')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .leftJoin('person as author', 'author.id', 'recorded_by')
    .where('person_id', '=', personId)
    .select(['exemption.id', 'programme.name', 'from_date', 'to_date', 'end_reason', 'reason'])
    .select(['recorded_at as at', 'recorded_by as by_id', AUTHOR.as('by_name'), CONFIRMER('exemption').as('confirmer')])
    .orderBy('from_date', 'desc')
    .orderBy('exemption.id')
    .execute();
  return rows.map((row) => ({
    ...factOf(row),
    endReason: row.end_reason,
    programmeName: row.name,
    reason: row.reason,
  }));
}

export async function listCreditFacts(db: Kysely<Database>, personId: string): Promise<CreditFact[]> {
  const rows = await db
    .selectFrom('credit')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .leftJoin('person as author', 'author.id', 'recorded_by')
    .where('person_id', '=', personId)
    .select(['credit.id', 'programme.name', 'credit.counts_from as from_date', 'to_date', 'end_reason'])
    .select(['done_on', 'proof'])
    .select(['recorded_at as at', 'recorded_by as by_id', AUTHOR.as('by_name'), CONFIRMER('credit').as('confirmer')])
    .orderBy('done_on', 'desc')
    .orderBy('credit.id')
    .execute();
  return rows.map((row) => ({
    ...factOf(row),
    endReason: row.end_reason,
    programmeName: row.name,
    doneOn: row.done_on as CivilDate,
    proof: row.proof,
  }));
}

export async function listAbsenceFacts(db: Kysely<Database>, personId: string): Promise<AbsenceFact[]> {
  const rows = await db
    .selectFrom('absence')
    .leftJoin('person as author', 'author.id', 'recorded_by')
    .where('person_id', '=', personId)
    .select(['absence.id', 'from_date', 'to_date', 'category', 'end_reason'])
    .select(['recorded_at as at', 'recorded_by as by_id', AUTHOR.as('by_name'), CONFIRMER('absence').as('confirmer')])
    .orderBy('from_date', 'desc')
    .orderBy('absence.id')
    .execute();
  return rows.map((row) => ({ ...factOf(row), category: row.category, endReason: row.end_reason }));
}

interface FactRow {
  id: string;
  from_date: string;
  to_date: string | null;
  at: string;
  by_id: string | null;
  by_name: string | null;
  confirmer: string | null;
}

function factOf(row: FactRow): Period & Authorship & { factId: string } {
  return {
    factId: row.id,
    from: row.from_date as CivilDate,
    to: row.to_date as CivilDate | null,
    at: row.at as Instant,
    byId: row.by_id,
    byName: row.by_name,
    confirmedByName: row.confirmer,
  };
}
