import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { ExportFormat } from '#domain/exports/export-formats.ts';
import type { ExportQueryValues } from '#features/follow-up/forms.ts';
import { loadUnitExport } from '#features/follow-up/load-unit-export.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { addJob } from './add-job.ts';

export interface AskedExport {
  /** Comes with the form: sent twice, it is one job. */
  jobId: string;
  code: string;
  query: ExportQueryValues;
  format: ExportFormat;
}

export type PrepareExportResult = { outcome: 'prepared' | 'already-asked' | 'no-such-unit' | 'too-many' };

/** Asks for a file to be written behind the page; of this programme and day whenever it comes to be written. */
export async function prepareExport(
  db: Kysely<Database>,
  act: Act,
  actor: Actor,
  { jobId, code, query, format }: AskedExport,
): Promise<PrepareExportResult> {
  return inTransaction(db, async (trx) => {
    const asked = { code, query, format, today: civilDateOf(act.at), now: act.at };
    const file = await loadUnitExport(trx, actor, asked);
    if (!file) return { outcome: 'no-such-unit' };
    const { unit, situation } = file;
    const { programme, day } = situation;
    const outcome = await addJob(trx, actor, {
      id: jobId,
      person_id: actor.personId,
      unit_id: unit.unitId,
      programme_id: programme.programmeId,
      day,
      query: JSON.stringify({ ...query, programme: programme.slug, au: day }),
      format,
      asked_at: act.at,
      state: 'waiting',
    });
    if (outcome !== 'added') return { outcome };
    const detail = { unit: unit.code, programme: programme.slug, day, format };
    await recordDeed(trx, act, { verb: 'export:prepare', subjectKind: 'unit', subjectId: unit.unitId, detail });
    return { outcome: 'prepared' };
  });
}
