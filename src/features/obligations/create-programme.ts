import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findProgrammeId, listModuleIds } from './queries.ts';

export interface NewProgramme {
  slug: string;
  name: string;
  opensOn: CivilDate;
  /** Last day to have completed it. */
  deadline: CivilDate;
  /** Codes of the required modules, in the order they are shown. */
  moduleCodes: string[];
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
      })
      .execute();
    const rows = programme.moduleCodes.map((code, position) => ({
      programme_id: programmeId,
      module_id: moduleIds.get(code) ?? '',
      position,
    }));
    if (rows.length > 0) await trx.insertInto('programme_module').values(rows).execute();
    await recordDeed(trx, act, { verb: 'programme:create', subjectKind: 'programme', subjectId: programmeId });
    return { outcome: 'created', programmeId };
  });
}
