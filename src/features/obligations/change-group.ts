import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, latestOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { idsInOrder } from '#platform/ids-in-order.ts';
import { endDesignations, removeDesignations } from './change-obligations.ts';
import type { GroupChange, PeopleSelection } from './people-selection.ts';
import { previewGroup, type GroupPreview } from './preview-group.ts';
import { findProgramme } from './queries.ts';
import { selectPeople } from './selection-queries.ts';
import { writeDesignations } from './write-obligations.ts';

export type ChangeGroupResult =
  | { outcome: 'changed'; count: number }
  | { outcome: 'no-such-programme' }
  | { outcome: 'programme-closed' }
  | { outcome: 'unknown-numbers'; numbers: string[] }
  /** It would no longer change as many people as were shown: it is to be shown again. */
  | { outcome: 'stale'; preview: GroupPreview };

/** Applies what was shown, whole or not at all; those who are as wanted stay as they are. */
export async function changeGroup(
  db: Kysely<Database>,
  act: Act,
  change: GroupChange,
  shownCount: number,
): Promise<ChangeGroupResult> {
  const today = civilDateOf(act.at);
  return inTransaction(db, async (trx) => {
    const programme = await findProgramme(trx, change.programme);
    if (!programme) return { outcome: 'no-such-programme' };
    if (programme.closedOn !== null && programme.closedOn <= today && change.kind === 'designate')
      return { outcome: 'programme-closed' };
    const { programmeId } = programme;
    const preview = await previewGroup(trx, programmeId, change, today);
    if (preview.unknownNumbers.length > 0) return { outcome: 'unknown-numbers', numbers: preview.unknownNumbers };
    if (preview.changeCount !== shownCount) return { outcome: 'stale', preview };
    if (preview.changeCount === 0) return { outcome: 'changed', count: 0 };
    const on = latestOf(change.on, today);
    if (change.kind === 'designate') await designate(trx, act, programmeId, change.selection, on);
    else await end(trx, programmeId, change, { on, today });
    await recordDeed(trx, act, {
      verb: change.kind === 'designate' ? 'people:designate' : 'people:end-designations',
      subjectKind: 'programme',
      subjectId: programmeId,
      detail: { programme: change.programme, on, count: preview.changeCount, ...criteriaOf(change.selection) },
    });
    return { outcome: 'changed', count: preview.changeCount };
  });
}

/** Of a list by hand the journal keeps how long it was, not whom it named. */
function criteriaOf({ unitCode, status, rankGroup, job, numbers }: PeopleSelection) {
  return { unit: unitCode, status, rankGroup, job, listed: numbers?.length ?? null };
}

async function designate(
  trx: Transaction<Database>,
  act: Act,
  programmeId: string,
  selection: PeopleSelection,
  on: CivilDate,
): Promise<void> {
  const nextId = idsInOrder(act.at);
  const rows = await selectPeople(trx, { selection, programmeId, today: civilDateOf(act.at) }).execute();
  const designations = rows
    .filter(({ open_id: openId }) => openId === null)
    .map((row) => ({ id: nextId(), personId: row.id, from: latestOf(on, row.running_to ?? on), to: null }));
  await writeDesignations(trx, programmeId, designations, act);
}

async function end(
  trx: Transaction<Database>,
  programmeId: string,
  { selection, reason }: GroupChange,
  { on, today }: { on: CivilDate; today: CivilDate },
): Promise<void> {
  const openIds = (await selectPeople(trx, { selection, programmeId, today }).execute()).flatMap(
    ({ open_id: openId }) => openId ?? [],
  );
  const rows = await trx
    .selectFrom('designation')
    .where('programme_id', '=', programmeId)
    .where('to_date', 'is', null)
    .where('from_date', '>=', on)
    .select('id')
    .execute();
  const neverBegun = new Set(rows.map(({ id }) => id));
  await removeDesignations(
    trx,
    openIds.filter((id) => neverBegun.has(id)),
  );
  await endDesignations(
    trx,
    openIds.filter((id) => !neverBegun.has(id)),
    on,
    reason ?? '',
  );
}
