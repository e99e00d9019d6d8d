import { OBLIGATION_STATES } from '#domain/obligation/obligation-state.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { Fingerprint } from '#platform/lists/fingerprint.ts';
import type { SealedUnit } from './seal-queries.ts';

export interface SealedContent {
  programme: string;
  day: CivilDate;
  previous: string | null;
  units: readonly SealedUnit[];
}

/** The fingerprint of a month: over the one before it, the programme, the day and every unit's counts, in their order. */
export function sealFingerprint({ programme, day, previous, units }: SealedContent): string {
  const fingerprint = new Fingerprint();
  fingerprint.add([previous, programme, day]);
  for (const { code, name, parentCode, counts } of units)
    fingerprint.add([code, name, parentCode, ...OBLIGATION_STATES.map((state) => String(counts[state]))]);
  return fingerprint.end();
}
