import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { KnownPersonPlan, NewPersonPlan } from '#domain/organisation/plan-person.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { changeAbsences } from '#features/obligations/change-obligations.ts';
import { writeAbsences, writeDesignations } from '#features/obligations/write-obligations.ts';
import { changePeople, correctMemberships, endMemberships, removeMemberships } from '#features/people/change-people.ts';
import { writeMemberships, writePeople } from '#features/people/write-people.ts';
import type { ChangeKeeper } from './keep-changes.ts';
import type { PersonLeft } from './known-people-queries.ts';
import type { PlannedPiece } from './plan-people-file.ts';

interface Writing {
  trx: Transaction<Database>;
  act: Act;
  keeper: ChangeKeeper;
  newId(): string;
}

/** Writes what a piece of the plan changes, and keeps what undoes it. */
export async function writePeoplePlans(
  writing: Writing,
  { plans }: PlannedPiece,
  programmeId: string | null,
): Promise<void> {
  const added = plans.flatMap((plan) => (plan.kind === 'new' ? { personId: writing.newId(), plan } : []));
  const changed = plans.flatMap((plan) => (plan.kind === 'known' ? plan : []));
  await addPeople(writing, added);
  await changeKnown(writing, changed);
  await movePeople(writing, changed);
  const designated = [...added.map(({ personId, plan }) => ({ ...plan, personId })), ...changed].flatMap(
    ({ personId, designateFrom }) =>
      designateFrom === null ? [] : { id: writing.newId(), personId, from: designateFrom, to: null },
  );
  if (programmeId !== null) {
    await writeDesignations(writing.trx, programmeId, designated, writing.act);
    await writing.keeper.keep(
      'designation-opened',
      designated.map(({ id, from }) => ({ designationId: id, from })),
    );
  }
  await writeAbsencePlans(writing, added, changed);
}

type Added = { personId: string; plan: NewPersonPlan };

async function addPeople({ trx, act, keeper, newId }: Writing, added: readonly Added[]): Promise<void> {
  await writePeople(
    trx,
    added.map(({ personId, plan }) => ({ personId, hrNumber: plan.hrNumber, ...plan.fields })),
    act.at,
  );
  const memberships = added.map(({ personId, plan: { unitId, from } }) => ({
    membershipId: newId(),
    personId,
    unitId,
    from,
    to: null,
  }));
  await writeMemberships(trx, memberships);
  await keeper.keep(
    'person-added',
    added.map(({ personId }) => ({ personId })),
  );
  await keeper.keep(
    'membership-opened',
    memberships.map(({ membershipId, personId, from }) => ({ membershipId, personId, from })),
  );
}

async function changeKnown({ trx, act, keeper }: Writing, plans: readonly KnownPersonPlan[]): Promise<void> {
  const changes = plans.flatMap(({ personId, fields }) => (fields ? { personId, ...fields } : []));
  await changePeople(
    trx,
    changes.map(({ personId, after }) => ({ personId, ...after })),
    civilDateOf(act.at),
  );
  await keeper.keep(
    'person-changed',
    changes.map(({ personId, before }) => ({ personId, ...before })),
  );
}

async function movePeople({ trx, keeper, newId }: Writing, plans: readonly KnownPersonPlan[]): Promise<void> {
  const moves = plans.flatMap(({ personId, move }) => (move ? { personId, ...move } : []));
  const corrected = moves.flatMap((move) => (move.kind === 'correct' ? move : []));
  const moved = moves.flatMap((move) => (move.kind === 'move' ? move : []));
  await correctMemberships(trx, corrected);
  await keeper.keep(
    'membership-corrected',
    corrected.map(({ membershipId, personId, beforeUnitId }) => ({ membershipId, personId, unitId: beforeUnitId })),
  );
  const ended = moved.flatMap(({ personId, on, closed }) => closed.map((one) => ({ ...one, personId, to: on })));
  await endMemberships(trx, ended);
  await keeper.keep(
    'membership-ended',
    ended.map(({ membershipId, personId, unitId }) => ({ membershipId, personId, unitId })),
  );
  const opened = moved.map(({ personId, unitId, on }) => ({
    membershipId: newId(),
    personId,
    unitId,
    from: on,
    to: null,
  }));
  await writeMemberships(trx, opened);
  await keeper.keep(
    'membership-opened',
    opened.map(({ membershipId, personId, from }) => ({ membershipId, personId, from })),
  );
}

async function writeAbsencePlans(
  { trx, act, keeper, newId }: Writing,
  added: readonly Added[],
  known: readonly KnownPersonPlan[],
): Promise<void> {
  const changes = known.flatMap(({ absence }) => absence.change ?? []);
  await changeAbsences(
    trx,
    changes.map(({ absenceId, reason, to }) => ({ absenceId, category: reason, to })),
  );
  await keeper.keep(
    'absence-changed',
    changes.map(({ absenceId, before }) => ({ absenceId, ...before })),
  );
  const stated = [
    ...added.map(({ personId, plan }) => ({ personId, absence: plan.absence })),
    ...known.map(({ personId, absence }) => ({ personId, absence: absence.open })),
  ];
  const opened = stated.flatMap(({ personId, absence }) =>
    absence ? { id: newId(), personId, from: absence.from, to: absence.to, category: absence.reason } : [],
  );
  await writeAbsences(trx, opened, act);
  await keeper.keep(
    'absence-opened',
    opened.map(({ id, from }) => ({ absenceId: id, from })),
  );
}

/** Ends today the memberships of who has left; one that begins today or later is removed. */
export async function writeDepartures(
  { trx, keeper }: Writing,
  people: readonly PersonLeft[],
  today: CivilDate,
): Promise<void> {
  const memberships = people.flatMap(({ personId, memberships: theirs }) =>
    theirs.map((membership) => ({ ...membership, personId })),
  );
  const removed = memberships.filter(({ from }) => from >= today);
  const ended = memberships.filter(({ from }) => from < today);
  await removeMemberships(
    trx,
    removed.map(({ membershipId }) => membershipId),
  );
  await keeper.keep('membership-removed', removed);
  await endMemberships(
    trx,
    ended.map(({ membershipId }) => ({ membershipId, to: today })),
  );
  await keeper.keep(
    'membership-ended',
    ended.map(({ membershipId, personId, unitId }) => ({ membershipId, personId, unitId })),
  );
}
