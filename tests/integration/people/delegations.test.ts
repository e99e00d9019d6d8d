import { describe, expect, test } from 'vitest';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { findUnitInScope } from '#features/follow-up/scope-queries.ts';
import { delegateFollowUp, type NewDelegation } from '#features/people/delegate-follow-up.ts';
import { listDelegations } from '#features/people/delegation-queries.ts';
import { endDelegation } from '#features/people/end-delegation.ts';
import { giveRole } from '#features/people/give-role.ts';
import { createAccount } from '#features/sign-in/create-account.ts';
import { loadSignInSession } from '#features/sign-in/load-sign-in-session.ts';
import { luciaOf } from '#features/sign-in/lucia.ts';
import { actOf, actorOf, day, opening, smallOrganisation, unchanged } from '../obligations/scene.ts';

const LEAVE: NewDelegation = {
  unitCode: 'A1',
  hrNumber: 'N2',
  from: day('2026-07-01'),
  through: day('2026-07-31'),
  reason: 'Permission d’été',
};

/** N1 manages A for good; N2 and N3 have accounts; N4 has none. */
async function scene() {
  const { db, people } = await smallOrganisation();
  await giveRole(db, opening, { personId: people.N1!, role: 'manager', unitCode: 'A' });
  for (const hrNumber of ['N1', 'N2', 'N3'])
    await createAccount(db, opening, {
      personId: people[hrNumber]!,
      username: hrNumber,
      password: 'la marée de novembre',
      mustChangePassword: false,
    });
  const { id } = await db.selectFrom('unit').where('code', '=', 'A').select('id').executeTakeFirstOrThrow();
  const manager = actorOf(people.N1!, [{ role: 'manager', unitId: id }]);
  const delegate = (differs: Partial<NewDelegation> = {}, on = '2026-06-20', actor = manager) =>
    delegateFollowUp(db, actOf(actor.personId, on), actor, { ...LEAVE, ...differs });
  return { db, people, manager, delegate };
}

async function actorOn(db: Kysely<Database>, personId: string, on: string) {
  const now = parseInstant(`${on}T12:00:00Z`);
  const session = await luciaOf(db).createSession(personId, { idHash: '', createdAt: now, userAgent: 'essai' });
  return (await loadSignInSession(db, session.id, now))!.actor;
}

async function onlyDelegationId(db: Kysely<Database>, actor: Actor): Promise<string> {
  const [delegation, ...others] = await listDelegations(db, actor, { limit: 9, offset: 0 });
  if (!delegation || others.length > 0) throw new Error('one delegation was expected');
  return delegation.delegationId;
}

test('a delegate follows the unit on the days of the delegation, and on no other', async () => {
  const { db, people, delegate } = await scene();
  expect(await delegate()).toEqual({ outcome: 'delegated' });
  const sees = async (on: string, code: string) =>
    (await findUnitInScope(db, await actorOn(db, people.N2!, on), code)) !== null;
  for (const [on, isSeen] of [
    ['2026-06-30', false],
    ['2026-07-01', true],
    ['2026-07-31', true],
    ['2026-08-01', false],
  ] as const)
    expect(await sees(on, 'A1'), on).toBe(isSeen);
  expect(await sees('2026-07-10', 'A')).toBe(false);
  expect((await actorOn(db, people.N1!, '2026-07-10')).roles).toMatchObject([{ role: 'manager' }]);
});

test('sent twice, it changes nothing', async () => {
  const { db, delegate } = await scene();
  await delegate();
  expect(await unchanged(db, delegate)).toEqual({ outcome: 'already-delegated' });
});

test('a delegation dated in the past begins today', async () => {
  const { db, manager, delegate } = await scene();
  await delegate({ from: day('2026-06-01') });
  expect(await listDelegations(db, manager, { limit: 9, offset: 0 })).toMatchObject([
    { from: '2026-06-20', to: '2026-08-01', givenByName: 'Camille N1', reason: LEAVE.reason },
  ]);
});

describe('is refused', () => {
  test.each([
    ['no-such-unit', { unitCode: 'B' }],
    ['no-such-unit', { unitCode: 'TOP' }],
    ['no-such-unit', { unitCode: 'nope' }],
    ['no-such-person', { hrNumber: 'nope' }],
    ['oneself', { hrNumber: 'N1' }],
    ['no-account', { hrNumber: 'N4' }],
    ['already-over', { through: day('2026-06-19') }],
  ] as const)('%s: %o', async (outcome, differs) => {
    const { db, delegate } = await scene();
    expect(await unchanged(db, () => delegate(differs))).toEqual({ outcome });
  });

  test('to whoever has it delegated: it goes no further', async () => {
    const { db, people, delegate } = await scene();
    await delegate();
    const delegated = await actorOn(db, people.N2!, '2026-07-10');
    const further = () => delegate({ hrNumber: 'N3' }, '2026-07-10', delegated);
    expect(await unchanged(db, further)).toEqual({ outcome: 'no-such-unit' });
  });
});

describe('is ended', () => {
  test('today, and past days keep it; ended twice it changes nothing', async () => {
    const { db, people, manager, delegate } = await scene();
    await delegate();
    const delegationId = await onlyDelegationId(db, manager);
    const end = () => endDelegation(db, actOf(manager.personId, '2026-07-10'), manager, { delegationId });
    expect(await end()).toEqual({ outcome: 'ended' });
    expect(await unchanged(db, end)).toEqual({ outcome: 'already-over' });
    expect((await actorOn(db, people.N2!, '2026-07-10')).roles).toEqual([]);
    expect((await actorOn(db, people.N2!, '2026-07-09')).roles).toHaveLength(1);
  });

  test('by an administrator too, and by nobody whose unit it is not', async () => {
    const { db, people, delegate, manager } = await scene();
    await delegate();
    const delegationId = await onlyDelegationId(db, manager);
    const other = actorOf(people.N3!, []);
    const act = actOf(people.N3!, '2026-06-25');
    expect(await unchanged(db, () => endDelegation(db, act, other, { delegationId }))).toEqual({
      outcome: 'no-such-delegation',
    });
    expect(await listDelegations(db, other, { limit: 9, offset: 0 })).toEqual([]);
    const administrator = actorOf(people.N3!, [{ role: 'administrator', unitId: null }]);
    expect(await endDelegation(db, act, administrator, { delegationId })).toEqual({ outcome: 'ended' });
    expect(await listDelegations(db, manager, { limit: 9, offset: 0 })).toEqual([]);
  });
});
