import { latestOf, type CivilDate } from '../time/civil-date.ts';
import type { Period } from './obligation-state.ts';

/** What becomes of a dated fact that is given an end. */
export type PeriodEnd =
  | { kind: 'end'; to: CivilDate }
  /** It would not have lasted a day: no past day knows it. */
  | { kind: 'remove' }
  | { kind: 'unchanged' }
  /** It has ended already: the past is closed. */
  | { kind: 'over' };

/** The end of a period, `stated` or today at the latest: past days keep what they had. */
export function endOfPeriod(period: Period, stated: CivilDate, today: CivilDate): PeriodEnd {
  if (period.to !== null && period.to <= today) return { kind: 'over' };
  const to = latestOf(stated, today);
  if (to === period.to) return { kind: 'unchanged' };
  return to <= period.from ? { kind: 'remove' } : { kind: 'end', to };
}
