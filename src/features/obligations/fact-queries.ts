import type { Kysely } from 'kysely';
import type { AbsenceCategory, Database } from '#db/schema.ts';
import type { Period } from '#domain/obligation/obligation-state.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** One dated fact of a person, to be ended; null when it is not there, or not theirs. */
export async function findDesignation(
  db: Kysely<Database>,
  { designationId, personId }: { designationId: string; personId: string },
): Promise<(Period & { programme: string }) | null> {
  const row = await db
    .selectFrom('designation')
    .innerJoin('programme', 'programme.id', 'designation.programme_id')
    .where('designation.id', '=', designationId)
    .where('person_id', '=', personId)
    .select(['slug', 'from_date', 'to_date'])
    .executeTakeFirst();
  return row ? { programme: row.slug, ...periodOf(row) } : null;
}

export async function findExemption(
  db: Kysely<Database>,
  { exemptionId, personId }: { exemptionId: string; personId: string },
): Promise<(Period & { programme: string }) | null> {
  const row = await db
    .selectFrom('exemption')
    .innerJoin('programme', 'programme.id', 'exemption.programme_id')
    .where('exemption.id', '=', exemptionId)
    .where('person_id', '=', personId)
    .select(['slug', 'from_date', 'to_date'])
    .executeTakeFirst();
  return row ? { programme: row.slug, ...periodOf(row) } : null;
}

/** Its period is the one it counts for. */
export async function findCredit(
  db: Kysely<Database>,
  { creditId, personId }: { creditId: string; personId: string },
): Promise<(Period & { programme: string; doneOn: CivilDate }) | null> {
  const row = await db
    .selectFrom('credit')
    .innerJoin('programme', 'programme.id', 'credit.programme_id')
    .where('credit.id', '=', creditId)
    .where('person_id', '=', personId)
    .select(['slug', 'done_on', 'credit.counts_from as from_date', 'to_date'])
    .executeTakeFirst();
  return row ? { programme: row.slug, doneOn: row.done_on as CivilDate, ...periodOf(row) } : null;
}

export async function findAbsence(
  db: Kysely<Database>,
  { absenceId, personId }: { absenceId: string; personId: string },
): Promise<(Period & { category: AbsenceCategory }) | null> {
  const row = await db
    .selectFrom('absence')
    .where('id', '=', absenceId)
    .where('person_id', '=', personId)
    .select(['from_date', 'to_date', 'category'])
    .executeTakeFirst();
  return row ? { category: row.category, ...periodOf(row) } : null;
}

function periodOf(row: { from_date: string; to_date: string | null }): Period {
  return { from: row.from_date as CivilDate, to: row.to_date as CivilDate | null };
}
