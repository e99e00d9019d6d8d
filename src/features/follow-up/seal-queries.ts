import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { inPieces, rowsOf } from '#platform/db/rows-of.ts';

/** The figures of one unit, as a seal keeps them. */
export interface SealedUnit {
  code: string;
  name: string;
  parentCode: string | null;
  counts: ObligationCounts;
}

export interface Seal {
  sealId: string;
  programmeId: string;
  day: CivilDate;
  sealedAt: Instant;
  /** The fingerprint of the seal before it; null for the first. */
  previous: string | null;
  fingerprint: string;
}

/** The seals of a programme, in the order of their days. */
export async function listSeals(db: Kysely<Database>, programmeId: string): Promise<Seal[]> {
  const rows = await db.selectFrom('seal').where('programme_id', '=', programmeId).selectAll().orderBy('day').execute();
  return rows.map((row) => ({
    sealId: row.id,
    programmeId: row.programme_id,
    day: row.day as CivilDate,
    sealedAt: row.sealed_at as Instant,
    previous: row.previous,
    fingerprint: row.fingerprint,
  }));
}

export async function insertSeal(trx: Transaction<Database>, seal: Seal, units: readonly SealedUnit[]): Promise<void> {
  await trx
    .insertInto('seal')
    .values({
      id: seal.sealId,
      programme_id: seal.programmeId,
      day: seal.day,
      sealed_at: seal.sealedAt,
      previous: seal.previous,
      fingerprint: seal.fingerprint,
    })
    .execute();
  const rows = units.map(({ code, name, parentCode, counts }, position) => [
    seal.sealId,
    position,
    code,
    name,
    parentCode,
    counts.done,
    counts['done-elsewhere'],
    counts.exempt,
    counts.absent,
    counts['in-progress'],
    counts['not-started'],
  ]);
  for (const piece of inPieces(rows))
    await trx
      .insertInto('sealed_figure')
      .columns([
        'seal_id',
        'position',
        'unit_code',
        'unit_name',
        'parent_code',
        'done',
        'done_elsewhere',
        'exempt',
        'absent',
        'in_progress',
        'not_started',
      ])
      .expression(rowsOf(piece))
      .execute();
}

/** What a seal keeps of every unit, in its order. */
export async function listSealedUnits(db: Kysely<Database>, sealId: string): Promise<SealedUnit[]> {
  const rows = await db
    .selectFrom('sealed_figure')
    .where('seal_id', '=', sealId)
    .selectAll()
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    code: row.unit_code,
    name: row.unit_name,
    parentCode: row.parent_code,
    counts: {
      done: row.done,
      'done-elsewhere': row.done_elsewhere,
      exempt: row.exempt,
      absent: row.absent,
      'in-progress': row.in_progress,
      'not-started': row.not_started,
    },
  }));
}
