import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { hasBegunDesignations, listProgrammeModules } from './programme-queries.ts';
import { findProgramme, listModuleIds, type ProgrammeDetails } from './queries.ts';
import { writeProgrammeModules } from './write-obligations.ts';

export interface ProgrammeSettings {
  name: string;
  deadline: CivilDate;
  year: number | null;
  graceDays: number;
  countsFrom: CivilDate | null;
  /** Codes of the required modules, in the order they are shown. */
  moduleCodes: string[];
}

export type ChangeProgrammeResult =
  | { outcome: 'changed' }
  | { outcome: 'unchanged' }
  | { outcome: 'no-such-programme' }
  | { outcome: 'no-such-module'; code: string }
  /** What it asks has made figures of past days: another programme is to be opened. */
  | { outcome: 'already-running' };

/**
 * Corrects a programme. What it asks for (modules, since when) is changed only while nobody was designated on a day that
 * has passed, because figures of past days are final.
 */
export async function changeProgramme(
  db: Kysely<Database>,
  act: Act,
  slug: string,
  settings: ProgrammeSettings,
): Promise<ChangeProgrammeResult> {
  return inTransaction(db, async (trx) => {
    const programme = await findProgramme(trx, slug);
    if (!programme) return { outcome: 'no-such-programme' };
    const moduleIds = await listModuleIds(trx, settings.moduleCodes);
    const missing = settings.moduleCodes.find((code) => !moduleIds.has(code));
    if (missing !== undefined) return { outcome: 'no-such-module', code: missing };

    const fields = await changedFields(trx, programme, settings);
    if (fields.length === 0) return { outcome: 'unchanged' };
    if (fields.includes('modules') || fields.includes('countsFrom'))
      if (await hasBegunDesignations(trx, programme.programmeId, civilDateOf(act.at)))
        return { outcome: 'already-running' };
    await write(trx, programme.programmeId, settings);
    if (fields.includes('modules')) {
      await trx.deleteFrom('programme_module').where('programme_id', '=', programme.programmeId).execute();
      const ids = settings.moduleCodes.map((code) => moduleIds.get(code)!);
      await writeProgrammeModules(trx, programme.programmeId, ids);
    }
    await recordDeed(trx, act, {
      verb: 'programme:change',
      subjectKind: 'programme',
      subjectId: programme.programmeId,
      detail: { fields: fields.join(', ') },
    });
    return { outcome: 'changed' };
  });
}

async function changedFields(trx: Transaction<Database>, programme: ProgrammeDetails, settings: ProgrammeSettings) {
  const fields = (['name', 'deadline', 'year', 'graceDays', 'countsFrom'] as const).filter(
    (field) => programme[field] !== settings[field],
  );
  const codes = (await listProgrammeModules(trx, programme.programmeId)).map(({ code }) => code);
  const isSame = codes.join() === settings.moduleCodes.join();
  return isSame ? fields : [...fields, 'modules' as const];
}

async function write(trx: Transaction<Database>, programmeId: string, settings: ProgrammeSettings): Promise<void> {
  await trx
    .updateTable('programme')
    .set({
      name: settings.name,
      deadline: settings.deadline,
      year: settings.year,
      grace_days: settings.graceDays,
      counts_from: settings.countsFrom,
    })
    .where('id', '=', programmeId)
    .execute();
}
