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
import { writeAbsences } from '#features/obligations/write-obligations.ts';
import { changePeople, removePeople } from '#features/people/change-people.ts';
import { keptChanges, type KeptChanges } from './keep-changes.ts';
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
  const { trx, batchId, isSameDay, today } = undoing;
  await restoreObligations(undoing);
  progress(0.3);
  await restoreMemberships(undoing);
  progress(0.6);
  for await (const piece of keptChanges(trx, batchId, 'person-changed')) await changePeople(trx, piece, today);
  if (isSameDay)
    for await (const piece of keptChanges(trx, batchId, 'person-added'))
      await removePeople(
        trx,
        piece.map(({ personId }) => personId),
      );
  progress(0.9);
}

async function restoreObligations(undoing: Undoing): Promise<void> {
  const { trx, batchId, today, isSameDay } = undoing;
  for await (const piece of keptChanges(trx, batchId, 'designation-opened')) {
    const mayGo = (from: CivilDate) => isSameDay || from >= today;
    const ids = (isGoing: boolean) =>
      piece.filter(({ from }) => mayGo(from) === isGoing).map(({ designationId }) => designationId);
    await removeDesignations(trx, ids(true));
    await endDesignations(trx, ids(false), today, END_REASON);
  }
  for await (const piece of keptChanges(trx, batchId, 'absence-opened')) await closeAbsences(undoing, piece);
  for await (const piece of keptChanges(trx, batchId, 'absence-changed')) await restoreAbsences(undoing, piece);
}

async function closeAbsences(
  { trx, today, isSameDay }: Undoing,
  piece: readonly KeptChanges['absence-opened'][],
): Promise<void> {
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

/** An absence that has ended meanwhile stays so: what was left of it is noted anew from today. */
async function restoreAbsences(
  { trx, act, today, isSameDay, newId }: Undoing,
  piece: readonly KeptChanges['absence-changed'][],
): Promise<void> {
  const before = new Map(piece.map((change) => [change.absenceId, change]));
  const absences = (await listDatedAbsences(trx, [...before.keys()])).map((absence) => {
    const { reason, to } = before.get(absence.absenceId)!;
    return { ...absence, wasTo: to, wasReason: reason, isStillToCome: to === null || to > today };
  });
  const goesOn = ({ to }: { to: CivilDate | null }) => isSameDay || to === null || to >= today;
  await changeAbsences(
    trx,
    absences.filter(goesOn).flatMap(({ absenceId, from, category, wasTo, wasReason, isStillToCome }) => {
      if (isSameDay || isStillToCome) return { absenceId, category: wasReason, to: wasTo };
      return from < today ? { absenceId, category, to: today } : [];
    }),
  );
  const anew = absences.filter((absence) => !goesOn(absence) && absence.isStillToCome);
  await writeAbsences(
    trx,
    anew.map(({ personId, wasTo, wasReason }) => ({
      id: newId(),
      personId,
      from: today,
      to: wasTo,
      category: wasReason,
    })),
    act,
  );
}
