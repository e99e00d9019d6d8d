import type { Transaction } from 'kysely';
import type { AbsenceCategory, Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listedRows, listedValues } from '#platform/db/listed-rows.ts';
import { inPieces } from '#platform/db/rows-of.ts';

/** Bulk changes, for imports: the caller has checked everything, keeps what undoes it, and journals the whole. */

/** Gives designations their last day, and why. */
export async function endDesignations(
  trx: Transaction<Database>,
  designationIds: readonly string[],
  to: CivilDate,
  reason: string,
): Promise<void> {
  for (const piece of inPieces(designationIds))
    await trx
      .updateTable('designation')
      .set({ to_date: to, end_reason: reason })
      .where('id', 'in', listedValues(piece))
      .where('to_date', 'is', null)
      .execute();
}

/** Removes designations: for those that begin today or later. */
export async function removeDesignations(trx: Transaction<Database>, designationIds: readonly string[]): Promise<void> {
  for (const piece of inPieces(designationIds))
    await trx.deleteFrom('designation').where('id', 'in', listedValues(piece)).execute();
}

/** Gives absences another reason and another end. */
export async function changeAbsences(
  trx: Transaction<Database>,
  absences: readonly { absenceId: string; category: AbsenceCategory; to: CivilDate | null }[],
): Promise<void> {
  for (const piece of inPieces(absences))
    await trx
      .updateTable('absence')
      .from(
        listedRows(
          'change',
          ['id', 'category', 'to'],
          piece.map(({ absenceId, category, to }) => ({ id: absenceId, category, to: to as string | null })),
        ),
      )
      .set((eb) => ({ category: eb.ref('change.category'), to_date: eb.ref('change.to') }))
      .whereRef('absence.id', '=', 'change.id')
      .execute();
}

/** Removes absences: for those that begin today or later. */
export async function removeAbsences(trx: Transaction<Database>, absenceIds: readonly string[]): Promise<void> {
  for (const piece of inPieces(absenceIds))
    await trx.deleteFrom('absence').where('id', 'in', listedValues(piece)).execute();
}
