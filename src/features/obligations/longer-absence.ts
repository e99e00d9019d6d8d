import { latestOf, parseCivilDate, type CivilDate } from '#domain/time/civil-date.ts';
import type { FactLine } from './fact-lines.ts';

/** The absence that one meant to prolong when one noted another over it, with the last day asked for; null when there is none. */
export function longerAbsence(
  absences: readonly FactLine[],
  sent: Readonly<Record<string, string | undefined>>,
  today: CivilDate,
): { line: FactLine; lastDay: string } | null {
  const stated = parseCivilDate(sent.from ?? '');
  if (stated === null) return null;
  const from = latestOf(stated, today);
  const under = absences.find((line) => line.from <= from && (line.lastDay === null || line.lastDay >= from));
  return under ? { line: under, lastDay: sent.through ?? '' } : null;
}
