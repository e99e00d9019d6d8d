import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findProgrammeId, listModuleIds } from './queries.ts';
import { writeProgrammeModules } from './write-obligations.ts';

export interface NewProgramme {
  slug: string;
  name: string;
  opensOn: CivilDate;
  /** Last day to have completed it. */
  deadline: CivilDate;
  /** Codes of the required modules, in the order they are shown. */
  moduleCodes: string[];
  /** The year it is reported with. */
  year?: number | null;
  /** Days after the deadline before somebody is shown as late. */
  graceDays?: number;
  /** For a training to be followed anew: what was done before that day does not count. */
  countsFrom?: CivilDate | null;
}

export type CreateProgrammeResult =
  { outcome: 'created'; programmeId: string } | { outcome: 'slug-taken' } | { outcome: 'no-such-module'; code: string };

/** Opens a programme: required modules plus a deadline. */
export async function createProgramme(
  db: Kysely<Database>,
  act: Act,
  programme: NewProgramme,
): Promise<CreateProgrammeResult> {
  return inTransaction(db, async (trx) => {
    if (await findProgrammeId(trx, programme.slug)) return { outcome: 'slug-taken' };
    const moduleIds = await listModuleIds(trx, programme.moduleCodes);
    const missing = programme.moduleCodes.find((code) => !moduleIds.has(code));
    if (missing !== undefined) return { outcome: 'no-such-module', code: missing };

    const programmeId = newId();
    await trx
      .insertInto('programme')
      .values({
        id: programmeId,
        slug: programme.slug,
        name: programme.name,
        opens_on: programme.opensOn,
        deadline: programme.deadline,
        created_at: act.at,
        year: programme.year ?? null,
        grace_days: programme.graceDays ?? 0,
        counts_from: programme.countsFrom ?? null,
      })
      .execute();
    await writeProgrammeModules(
      trx,
      programmeId,
      programme.moduleCodes.map((code) => moduleIds.get(code)!),
    );
    await recordDeed(trx, act, { verb: 'programme:create', subjectKind: 'programme', subjectId: programmeId });
    return { outcome: 'created', programmeId };
  });
}
