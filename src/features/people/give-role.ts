import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Role } from '#domain/identity/roles.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findUnitId } from './queries.ts';

export interface RoleToGive {
  personId: string;
  role: Role;
  /** The unit a manager follows, with all below it; null for every other role. */
  unitCode: string | null;
}

export type GiveRoleResult =
  | { outcome: 'given' }
  | { outcome: 'already-held' }
  | { outcome: 'no-such-unit' }
  | { outcome: 'unit-required' }
  | { outcome: 'unit-not-allowed' };

/** Gives a person a role; giving it again changes nothing. */
export async function giveRole(db: Kysely<Database>, act: Act, input: RoleToGive): Promise<GiveRoleResult> {
  if (input.role === 'manager' && input.unitCode === null) return { outcome: 'unit-required' };
  if (input.role !== 'manager' && input.unitCode !== null) return { outcome: 'unit-not-allowed' };
  return inTransaction(db, async (trx) => {
    const unitId = input.unitCode === null ? null : await findUnitId(trx, input.unitCode);
    if (input.unitCode !== null && !unitId) return { outcome: 'no-such-unit' };

    const inserted = await trx
      .insertInto('role_grant')
      .values({
        id: newId(),
        person_id: input.personId,
        role: input.role,
        unit_id: unitId,
        granted_at: act.at,
        granted_by: act.by,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return { outcome: 'already-held' };

    await recordDeed(trx, act, {
      verb: 'role:give',
      subjectKind: 'person',
      subjectId: input.personId,
      detail: { role: input.role, unit: input.unitCode },
    });
    return { outcome: 'given' };
  });
}
