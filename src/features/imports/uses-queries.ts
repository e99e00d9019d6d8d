import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listedValues } from '#platform/db/listed-rows.ts';
import { keptChanges } from './keep-changes.ts';

/** Tables that say that people or units added by an import have begun to serve. */
export async function listUses(db: Kysely<Database>, batchId: string): Promise<string[]> {
  const uses = new Set<string>();
  for await (const piece of keptChanges(db, batchId, 'person-added')) {
    const ids = listedValues(piece.map(({ personId }) => personId));
    for (const table of ['account', 'begun', 'completion', 'role_grant'] as const) {
      const used = await db.selectFrom(table).where('person_id', 'in', ids).select('person_id').limit(1).execute();
      if (used.length > 0) uses.add(table);
    }
  }
  const added = new Set<string>();
  for await (const piece of keptChanges(db, batchId, 'unit-added')) piece.forEach(({ unitId }) => added.add(unitId));
  if (added.size === 0) return [...uses];
  const ids = listedValues([...added]);
  const members = db.selectFrom('membership').where('unit_id', 'in', ids).select('id').limit(1);
  if ((await members.execute()).length > 0) uses.add('membership');
  const changed = new Set<string>();
  for await (const piece of keptChanges(db, batchId, 'unit-changed'))
    piece.forEach(({ unitId }) => changed.add(unitId));
  const children = await db.selectFrom('unit').where('parent_id', 'in', ids).select('id').execute();
  if (children.some(({ id }) => !added.has(id) && !changed.has(id))) uses.add('unit');
  return [...uses];
}
