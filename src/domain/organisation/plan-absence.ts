import { addDays, latestOf, type CivilDate } from '../time/civil-date.ts';
import type { KnownAbsence } from './known-person.ts';
import type { AbsenceReason, StatedAbsence } from './statements.ts';

export interface AbsenceToOpen {
  reason: AbsenceReason;
  from: CivilDate;
  to: CivilDate | null;
}

/** What an absence on record becomes; `before` brings it back. */
export interface AbsenceToChange {
  absenceId: string;
  reason: AbsenceReason;
  to: CivilDate | null;
  before: { reason: AbsenceReason; to: CivilDate | null };
}

export interface AbsencePlan {
  open: AbsenceToOpen | null;
  change: AbsenceToChange | null;
}

export type PlannedAbsence = { plan: AbsencePlan } | { objection: { reason: string; remedy: string } };

const NOTHING: PlannedAbsence = { plan: { open: null, change: null } };

/**
 * What a stated absence changes. It counts from today at the earliest, as everything that is recorded; the one it
 * overlaps gets its end, or stops where it begins when the reason is another one.
 */
export function planAbsence(
  stated: StatedAbsence | null,
  known: readonly KnownAbsence[],
  today: CivilDate,
): PlannedAbsence {
  if (!stated) return NOTHING;
  const from = stated.from === null ? today : latestOf(stated.from, today);
  const to = stated.through === null ? null : addDays(stated.through, 1);
  if (to !== null && to <= from) return NOTHING;
  const wanted = { reason: stated.reason, from, to };
  const overlapping = known.filter((absence) => overlap(absence, wanted));
  const [absence] = overlapping;
  if (!absence) return { plan: { open: wanted, change: null } };
  if (overlapping.length > 1) return inTheWay(absence);
  const before = { reason: absence.reason, to: absence.to };
  const change = { absenceId: absence.absenceId, before };
  if (absence.reason === wanted.reason)
    return absence.to === to ? NOTHING : { plan: { open: null, change: { ...change, reason: absence.reason, to } } };
  if (absence.from === from) return { plan: { open: null, change: { ...change, reason: wanted.reason, to } } };
  if (absence.from > from) return inTheWay(absence);
  return { plan: { open: wanted, change: { ...change, reason: absence.reason, to: from } } };
}

function overlap(one: { from: CivilDate; to: CivilDate | null }, other: { from: CivilDate; to: CivilDate | null }) {
  return (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to);
}

function inTheWay({ from }: KnownAbsence): PlannedAbsence {
  return {
    objection: {
      reason: `une autre absence est déjà notée à partir du ${from.split('-').reverse().join('/')}`,
      remedy: 'corrigez d’abord celle-ci, ou changez les dates de la ligne',
    },
  };
}
