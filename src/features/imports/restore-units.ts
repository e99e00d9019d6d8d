import { arrangeUnits } from '#features/people/arrange-units.ts';
import { changeUnits, closeUnits, removeUnits } from '#features/people/change-units.ts';
import { keptChanges } from './keep-changes.ts';
import type { Undoing } from './restore-people.ts';

/** Gives units back the names and places they had; those that the import added go, or are closed once days have gone by. */
export async function restoreUnits({ trx, batchId, today, isSameDay }: Undoing): Promise<void> {
  let isTouched = false;
  for await (const piece of keptChanges(trx, batchId, 'unit-changed')) {
    await changeUnits(trx, piece);
    isTouched = true;
  }
  for await (const piece of keptChanges(trx, batchId, 'unit-closed')) {
    await closeUnits(
      trx,
      piece.map(({ unitId }) => unitId),
      null,
    );
    isTouched = true;
  }
  for await (const piece of keptChanges(trx, batchId, 'unit-added')) {
    const unitIds = piece.map(({ unitId }) => unitId);
    if (isSameDay) await removeUnits(trx, unitIds);
    else await closeUnits(trx, unitIds, today);
    isTouched = true;
  }
  if (isTouched) await arrangeUnits(trx, today);
}
