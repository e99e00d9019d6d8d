import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { placesOf, type UnitPlace } from '#domain/organisation/unit-places.ts';
import { SINCE_EVER, type CivilDate } from '#domain/time/civil-date.ts';
import { listedRows } from '#platform/db/listed-rows.ts';
import { inPieces, rowsOf } from '#platform/db/rows-of.ts';

/**
 * Brings the dated tree to what the units' parents say: what stands no longer ends today, what is new counts from today,
 * and for a unit that never stood anywhere since ever. Past days keep their tree.
 */
export async function arrangeUnits(trx: Transaction<Database>, today: CivilDate): Promise<void> {
  const units = await trx.selectFrom('unit').where('closed_on', 'is', null).select(['id', 'parent_id']).execute();
  const placed = await unitsWithPlaces(trx);
  const rows = await trx
    .selectFrom('unit_closure')
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '=', today)]))
    .select(['ancestor_id', 'descendant_id', 'depth', 'from_date', 'to_date'])
    .execute();
  const wanted = new Map(
    placesOf(new Map(units.map(({ id, parent_id }) => [id, parent_id]))).map((place) => [keyOf(place), place]),
  );
  const standing = new Set<string>();
  const over: (UnitPlace & { from: CivilDate })[] = [];
  const endedToday = new Map<string, UnitPlace & { from: CivilDate }>();
  for (const row of rows) {
    const place = { ancestorId: row.ancestor_id, descendantId: row.descendant_id, depth: row.depth };
    const dated = { ...place, from: row.from_date as CivilDate };
    if (row.to_date !== null) endedToday.set(keyOf(place), dated);
    else if (wanted.has(keyOf(place))) standing.add(keyOf(place));
    else over.push(dated);
  }
  const missing = [...wanted].filter(([key]) => !standing.has(key));
  await endPlaces(trx, over, today);
  await reopenPlaces(
    trx,
    missing.flatMap(([key]) => endedToday.get(key) ?? []),
  );
  await addPlaces(
    trx,
    missing.filter(([key]) => !endedToday.has(key)).map(([, place]) => place),
    ({ descendantId }) => (placed.has(descendantId) ? today : SINCE_EVER),
  );
}

const keyOf = ({ ancestorId, descendantId, depth }: UnitPlace) => `${ancestorId} ${descendantId} ${depth}`;

async function unitsWithPlaces(trx: Transaction<Database>): Promise<Set<string>> {
  const rows = await trx.selectFrom('unit_closure').where('depth', '=', 0).select('descendant_id').execute();
  return new Set(rows.map((row) => row.descendant_id));
}

async function endPlaces(
  trx: Transaction<Database>,
  places: readonly (UnitPlace & { from: CivilDate })[],
  today: CivilDate,
): Promise<void> {
  for (const piece of inPieces(places.filter(({ from }) => from >= today)))
    for (const { ancestorId, descendantId, from } of piece)
      await trx
        .deleteFrom('unit_closure')
        .where('ancestor_id', '=', ancestorId)
        .where('descendant_id', '=', descendantId)
        .where('from_date', '=', from)
        .execute();
  await setEnds(
    trx,
    places.filter(({ from }) => from < today),
    today,
  );
}

async function reopenPlaces(
  trx: Transaction<Database>,
  places: readonly (UnitPlace & { from: CivilDate })[],
): Promise<void> {
  await setEnds(trx, places, null);
}

async function setEnds(
  trx: Transaction<Database>,
  places: readonly (UnitPlace & { from: CivilDate })[],
  to: CivilDate | null,
): Promise<void> {
  for (const piece of inPieces(places))
    await trx
      .updateTable('unit_closure')
      .from(
        listedRows(
          'change',
          ['above', 'below', 'since'],
          piece.map(({ ancestorId, descendantId, from }) => ({
            above: ancestorId,
            below: descendantId,
            since: from as string,
          })),
        ),
      )
      .set({ to_date: to })
      .whereRef('unit_closure.ancestor_id', '=', 'change.above')
      .whereRef('unit_closure.descendant_id', '=', 'change.below')
      .whereRef('unit_closure.from_date', '=', 'change.since')
      .execute();
}

async function addPlaces(
  trx: Transaction<Database>,
  places: readonly UnitPlace[],
  sinceOf: (place: UnitPlace) => CivilDate,
): Promise<void> {
  for (const piece of inPieces(places))
    await trx
      .insertInto('unit_closure')
      .columns(['ancestor_id', 'descendant_id', 'depth', 'from_date'])
      .expression(rowsOf(piece.map((place) => [place.ancestorId, place.descendantId, place.depth, sinceOf(place)])))
      .execute();
}
