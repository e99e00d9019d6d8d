import type { Transaction } from 'kysely';
import type { AbsenceCategory, Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { inPieces, rowsOf } from '#platform/db/rows-of.ts';

/** Bulk writes, for imports and large demonstrations: the caller has checked everything, and journals the whole. */

interface PeriodToWrite {
  id: string;
  personId: string;
  from: CivilDate;
  to: CivilDate | null;
}

/** Designates persons for a programme. */
export async function writeDesignations(
  trx: Transaction<Database>,
  programmeId: string,
  designations: readonly PeriodToWrite[],
  { at, by }: Pick<Act, 'at' | 'by'>,
): Promise<void> {
  for (const piece of inPieces(designations))
    await trx
      .insertInto('designation')
      .columns(['id', 'programme_id', 'person_id', 'from_date', 'to_date', 'designated_at', 'designated_by'])
      .expression(rowsOf(piece.map(({ id, personId, from, to }) => [id, programmeId, personId, from, to, at, by])))
      .execute();
}

/** Exempts persons from a programme, all for the same reason. */
export async function writeExemptions(
  trx: Transaction<Database>,
  programmeId: string,
  exemptions: readonly (PeriodToWrite & { reason: string })[],
  { at, by }: Pick<Act, 'at' | 'by'>,
): Promise<void> {
  for (const piece of inPieces(exemptions))
    await trx
      .insertInto('exemption')
      .columns(['id', 'programme_id', 'person_id', 'from_date', 'to_date', 'reason', 'recorded_at', 'recorded_by'])
      .expression(
        rowsOf(
          piece.map(({ id, personId, from, to, reason }) => [id, programmeId, personId, from, to, reason, at, by]),
        ),
      )
      .execute();
}

/** Counts what was done elsewhere, from the day `from`. */
export async function writeCredits(
  trx: Transaction<Database>,
  programmeId: string,
  credits: readonly (PeriodToWrite & { proof: string })[],
  { at, by }: Pick<Act, 'at' | 'by'>,
): Promise<void> {
  for (const piece of inPieces(credits))
    await trx
      .insertInto('credit')
      .columns(['id', 'programme_id', 'person_id', 'done_on', 'counts_from', 'proof', 'recorded_at', 'recorded_by'])
      .expression(
        rowsOf(piece.map(({ id, personId, from, proof }) => [id, programmeId, personId, from, from, proof, at, by])),
      )
      .execute();
}

/** Records absences. */
export async function writeAbsences(
  trx: Transaction<Database>,
  absences: readonly (PeriodToWrite & { category: AbsenceCategory })[],
  { at, by }: Pick<Act, 'at' | 'by'>,
): Promise<void> {
  for (const piece of inPieces(absences))
    await trx
      .insertInto('absence')
      .columns(['id', 'person_id', 'from_date', 'to_date', 'category', 'recorded_at', 'recorded_by'])
      .expression(
        rowsOf(piece.map(({ id, personId, from, to, category }) => [id, personId, from, to, category, at, by])),
      )
      .execute();
}

/** Says which modules a programme requires, in their order. */
export async function writeProgrammeModules(
  trx: Transaction<Database>,
  programmeId: string,
  moduleIds: readonly string[],
): Promise<void> {
  if (moduleIds.length === 0) return;
  await trx
    .insertInto('programme_module')
    .values(moduleIds.map((module_id, position) => ({ programme_id: programmeId, module_id, position })))
    .execute();
}
