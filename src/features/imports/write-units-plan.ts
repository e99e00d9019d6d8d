import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { KnownUnit, UnitPlan, UnitsPlan } from '#domain/organisation/plan-units.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { arrangeUnits } from '#features/people/arrange-units.ts';
import { addUnits, changeUnits, closeUnits } from '#features/people/change-units.ts';
import type { ChangeKeeper } from './keep-changes.ts';

interface Writing {
  trx: Transaction<Database>;
  act: Act;
  keeper: ChangeKeeper;
  newId(): string;
}

/**
 * Writes what a file of units changes, and keeps what undoes it.
 * @param closed the ids of the units to close, among those that the plan proposes
 */
export async function writeUnitsPlan(
  { trx, act, keeper, newId }: Writing,
  plan: UnitsPlan,
  known: readonly KnownUnit[],
  closed: readonly string[],
): Promise<void> {
  const added = inOrder(plan.plans.filter(({ kind }) => kind === 'new'));
  const idOf = new Map([
    ...known.map(({ code, unitId }): [string, string] => [code, unitId]),
    ...added.map(({ code }): [string, string] => [code, newId()]),
  ]);
  const parentIdOf = (parentCode: string | null) => (parentCode === null ? null : idOf.get(parentCode)!);
  await addUnits(
    trx,
    added.map(({ code, name, parentCode }) => ({
      unitId: idOf.get(code)!,
      code,
      name,
      parentId: parentIdOf(parentCode),
    })),
    act.at,
  );
  const changed = plan.plans.filter(({ kind }) => kind === 'changed' || kind === 'moved');
  await changeUnits(
    trx,
    changed.map(({ unitId, name, parentCode }) => ({ unitId: unitId!, name, parentId: parentIdOf(parentCode) })),
  );
  const today = civilDateOf(act.at);
  await closeUnits(trx, closed, today);
  await arrangeUnits(trx, today);
  await keeper.keep(
    'unit-added',
    added.map(({ code }) => ({ unitId: idOf.get(code)! })),
  );
  await keeper.keep(
    'unit-changed',
    changed.map(({ unitId, before }) => ({
      unitId: unitId!,
      name: before!.name,
      parentId: parentIdOf(before!.parentCode),
    })),
  );
  await keeper.keep(
    'unit-closed',
    closed.map((unitId) => ({ unitId })),
  );
}

/** A parent before its children. */
function inOrder(plans: readonly UnitPlan[]): UnitPlan[] {
  const waiting = new Map(plans.map((plan) => [plan.code, plan]));
  const ordered: UnitPlan[] = [];
  const place = (plan: UnitPlan) => {
    const path: UnitPlan[] = [];
    for (let at: UnitPlan | undefined = plan; at; at = waiting.get(at.parentCode ?? '')) {
      waiting.delete(at.code);
      path.unshift(at);
    }
    ordered.push(...path);
  };
  for (const plan of plans) if (waiting.has(plan.code)) place(plan);
  return ordered;
}
