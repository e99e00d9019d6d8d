import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import {
  changeAbsences,
  endDesignations,
  removeAbsences,
  removeDesignations,
} from '#features/obligations/change-obligations.ts';
import { changePeople, removePeople } from '#features/people/change-people.ts';
import { keptChanges } from './keep-changes.ts';
import { listDatedAbsences } from './kept-facts-queries.ts';
import { restoreMemberships } from './restore-memberships.ts';

export interface Undoing {
  trx: Transaction<Database>;
  act: Act;
  batchId: string;
  today: CivilDate;
  /** Still the day on which the import was applied: what it wrote may go without a trace. */
  isSameDay: boolean;
  newId(): string;
}

const END_REASON = 'Import annulé';

/** Brings back what people were before an import. */
export async function restorePeople(undoing: Undoing, progress: (share: number) => void): Promise<void> {
  const { trx, batchId, isSameDay } = undoing;
  await restoreObligations(undoing);
  progress(0.3);
  await restoreMemberships(undoing);
  progress(0.6);
  for await (const piece of keptChanges(trx, batchId, 'person-changed')) await changePeople(trx, piece);
  if (isSameDay)
    for await (const piece of keptChanges(trx, batchId, 'person-added'))
      await removePeople(
        trx,
        piece.map(({ personId }) => personId),
      );
  progress(0.9);
}

async function restoreObligations({ trx, batchId, today, isSameDay }: Undoing): Promise<void> {
  for await (const piece of keptChanges(trx, batchId, 'designation-opened')) {
    const mayGo = (from: CivilDate) => isSameDay || from >= today;
    const ids = (isGoing: boolean) =>
      piece.filter(({ from }) => mayGo(from) === isGoing).map(({ designationId }) => designationId);
    await removeDesignations(trx, ids(true));
    await endDesignations(trx, ids(false), today, END_REASON);
  }
  for await (const piece of keptChanges(trx, batchId, 'absence-opened')) {
    const absences = await listDatedAbsences(
      trx,
      piece.map(({ absenceId }) => absenceId),
    );
    await removeAbsences(
      trx,
      absences.filter(({ from }) => isSameDay || from >= today).map(({ absenceId }) => absenceId),
    );
    const ended = absences.filter(({ from, to }) => !isSameDay && from < today && (to === null || to > today));
    await changeAbsences(
      trx,
      ended.map((absence) => ({ ...absence, to: today })),
    );
  }
  for await (const piece of keptChanges(trx, batchId, 'absence-changed')) {
    const before = new Map(piece.map((change) => [change.absenceId, change]));
    const absences = await listDatedAbsences(trx, [...before.keys()]);
    await changeAbsences(
      trx,
      absences.flatMap(({ absenceId, from, category }) => {
        const { reason, to } = before.get(absenceId)!;
        if (isSameDay || to === null || to > today) return { absenceId, category: reason, to };
        // Its old end has gone by meanwhile: the days since then stay as they were told.
        return from < today ? { absenceId, category, to: today } : [];
      }),
    );
  }
}
