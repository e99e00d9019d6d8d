import type { Criterion, CriterionState } from './audit.ts';
import { themeOf, THEMES } from './themes.ts';

export type StateCounts = Record<CriterionState, number>;

/** The three words that the law knows. */
export type Conformity = 'totalement conforme' | 'partiellement conforme' | 'non conforme';

export interface ThemeCounts {
  number: number;
  name: string;
  counts: StateCounts;
}

export function countStates(criteria: readonly Criterion[]): StateCounts {
  const counts: StateCounts = { conforme: 0, 'non-conforme': 0, 'non-applicable': 0, 'a-verifier': 0 };
  for (const { etat } of criteria) counts[etat] += 1;
  return counts;
}

export function countByTheme(criteria: readonly Criterion[]): ThemeCounts[] {
  return THEMES.map(({ number, name }) => ({
    number,
    name,
    counts: countStates(criteria.filter(({ id }) => themeOf(id) === number)),
  }));
}

/** The part that conforms of what applies and was checked; null when nothing was. */
export function checkedRate(counts: StateCounts): number | null {
  return rate(counts.conforme, counts['non-conforme']);
}

/** The same, where what was not checked counts as not conforming. */
export function prudentRate(counts: StateCounts): number | null {
  return rate(counts.conforme, counts['non-conforme'] + counts['a-verifier']);
}

/** The state to declare, from the prudent rate: what was never looked at makes nobody conform. */
export function conformityOf(counts: StateCounts): Conformity {
  const part = prudentRate(counts);
  if (part === 1) return 'totalement conforme';
  return part !== null && part >= 0.5 ? 'partiellement conforme' : 'non conforme';
}

/** « 85 % », rounded down so that 100 % means everything. */
export function percentWords(part: number | null): string {
  return part === null ? 'sans objet' : `${Math.floor(part * 100 + 1e-9)}\u00a0%`;
}

function rate(conforming: number, others: number): number | null {
  const all = conforming + others;
  return all === 0 ? null : conforming / all;
}
