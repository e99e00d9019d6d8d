import { latestOf } from '#domain/time/civil-date.ts';
import { correctMemberships, endMemberships, removeMemberships } from '#features/people/change-people.ts';
import { writeMemberships, type MembershipToWrite } from '#features/people/write-people.ts';
import { keptChanges, type KeptChanges } from './keep-changes.ts';
import { listStandingMemberships } from './kept-facts-queries.ts';
import type { Undoing } from './restore-people.ts';

/** Brings people back to the units they were in; who was moved again since the import stays where they are. */
export async function restoreMemberships(undoing: Undoing): Promise<void> {
  const { trx, batchId } = undoing;
  const movedSince = new Set<string>();
  for await (const piece of keptChanges(trx, batchId, 'membership-opened'))
    await closeOpened(undoing, piece, movedSince);
  for await (const piece of keptChanges(trx, batchId, 'membership-corrected'))
    await restoreUnit(undoing, piece, movedSince);
  for await (const piece of keptChanges(trx, batchId, 'membership-ended'))
    await reopenEnded(
      undoing,
      piece.filter(({ personId }) => !movedSince.has(personId)),
    );
  for await (const piece of keptChanges(trx, batchId, 'membership-removed'))
    await writeMemberships(
      trx,
      piece.map((membership) => ({ ...membership, from: startOf(undoing, membership.from), to: null })),
    );
}

const startOf = ({ isSameDay, today }: Undoing, from: MembershipToWrite['from']) =>
  isSameDay ? from : latestOf(from, today);

async function closeOpened(
  { trx, today, isSameDay }: Undoing,
  piece: readonly KeptChanges['membership-opened'][],
  movedSince: Set<string>,
): Promise<void> {
  const standing = await listStandingMemberships(
    trx,
    piece.map(({ membershipId }) => membershipId),
  );
  const open = piece.filter(({ membershipId, personId }) => {
    const membership = standing.get(membershipId);
    if (membership?.to === null) return true;
    movedSince.add(personId);
    return false;
  });
  const isGoing = ({ from }: { from: string }) => isSameDay || from >= today;
  await removeMemberships(
    trx,
    open.filter(isGoing).map(({ membershipId }) => membershipId),
  );
  const ended = open.filter((membership) => !isGoing(membership));
  await endMemberships(
    trx,
    ended.map(({ membershipId }) => ({ membershipId, to: today })),
  );
}

async function restoreUnit(
  { trx, today, isSameDay, newId }: Undoing,
  piece: readonly KeptChanges['membership-corrected'][],
  movedSince: Set<string>,
): Promise<void> {
  const standing = await listStandingMemberships(
    trx,
    piece.map(({ membershipId }) => membershipId),
  );
  const open = piece.flatMap((change) => {
    const membership = standing.get(change.membershipId);
    if (membership?.to === null) return { ...change, from: membership.from };
    movedSince.add(change.personId);
    return [];
  });
  await correctMemberships(
    trx,
    open.filter(({ from }) => isSameDay || from >= today),
  );
  const lived = open.filter(({ from }) => !isSameDay && from < today);
  await endMemberships(
    trx,
    lived.map(({ membershipId }) => ({ membershipId, to: today })),
  );
  await writeMemberships(
    trx,
    lived.map(({ personId, unitId }) => ({ membershipId: newId(), personId, unitId, from: today, to: null })),
  );
}

async function reopenEnded(
  { trx, today, isSameDay, newId }: Undoing,
  piece: readonly KeptChanges['membership-ended'][],
): Promise<void> {
  const standing = await listStandingMemberships(
    trx,
    piece.map(({ membershipId }) => membershipId),
  );
  const goesOn = ({ membershipId }: { membershipId: string }) => {
    const to = standing.get(membershipId)?.to;
    return to !== undefined && (isSameDay || to === null || to >= today);
  };
  await endMemberships(
    trx,
    piece.filter(goesOn).map(({ membershipId }) => ({ membershipId, to: null })),
  );
  const over = piece.filter((membership) => !goesOn(membership) && standing.has(membership.membershipId));
  await writeMemberships(
    trx,
    over.map(({ personId, unitId }) => ({ membershipId: newId(), personId, unitId, from: today, to: null })),
  );
}
