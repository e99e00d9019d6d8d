import type { Kysely, Transaction } from 'kysely';
import type { AbsenceCategory, Database } from '#db/schema.ts';
import type { PersonFields } from '#domain/organisation/plan-person.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { ROWS_AT_ONCE } from '#platform/db/rows-of.ts';

/** What an import changed, by kind, as undoing needs it. */
export interface KeptChanges {
  'person-added': { personId: string };
  'person-changed': { personId: string } & PersonFields;
  'membership-opened': { membershipId: string; personId: string; from: CivilDate };
  'membership-ended': { membershipId: string; personId: string; unitId: string };
  'membership-corrected': { membershipId: string; personId: string; unitId: string };
  'membership-removed': { membershipId: string; personId: string; unitId: string; from: CivilDate };
  'designation-opened': { designationId: string; from: CivilDate };
  'absence-opened': { absenceId: string; from: CivilDate };
  'absence-changed': { absenceId: string; reason: AbsenceCategory; to: CivilDate | null };
  'unit-added': { unitId: string };
  'unit-changed': { unitId: string; name: string; parentId: string | null };
  'unit-closed': { unitId: string };
}

export type ChangeKind = keyof KeptChanges;

export interface ChangeKeeper {
  keep<Kind extends ChangeKind>(kind: Kind, changes: readonly KeptChanges[Kind][]): Promise<void>;
  /** Writes what is still held. */
  finish(): Promise<void>;
}

/** Keeps the changes of an import, a thousand in a row. */
export function changeKeeper(trx: Transaction<Database>, batchId: string): ChangeKeeper {
  const held = new Map<ChangeKind, unknown[]>();
  let position = 0;
  const write = async (kind: ChangeKind, changes: readonly unknown[]) => {
    if (changes.length === 0) return;
    position += 1;
    await trx
      .insertInto('import_change')
      .values({ batch_id: batchId, position, kind, changes: JSON.stringify(changes) })
      .execute();
  };
  return {
    async keep(kind, changes) {
      const waiting = held.get(kind) ?? [];
      held.set(kind, waiting);
      waiting.push(...changes);
      while (waiting.length >= ROWS_AT_ONCE) await write(kind, waiting.splice(0, ROWS_AT_ONCE));
    },
    async finish() {
      for (const [kind, changes] of held) await write(kind, changes);
      held.clear();
    },
  };
}

/** The changes of one kind that an import made, by pieces. */
export async function* keptChanges<Kind extends ChangeKind>(
  db: Kysely<Database>,
  batchId: string,
  kind: Kind,
): AsyncGenerator<KeptChanges[Kind][]> {
  let after = 0;
  for (;;) {
    const row = await db
      .selectFrom('import_change')
      .where('batch_id', '=', batchId)
      .where('kind', '=', kind)
      .where('position', '>', after)
      .select(['position', 'changes'])
      .orderBy('position')
      .limit(1)
      .executeTakeFirst();
    if (!row) return;
    after = row.position;
    yield JSON.parse(row.changes) as KeptChanges[Kind][];
  }
}

/** Forgets what earlier imports changed: only the last one can be undone. */
export async function forgetChanges(trx: Transaction<Database>): Promise<void> {
  await trx.deleteFrom('import_change').execute();
}
