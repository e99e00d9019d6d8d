import type { PersonStatus } from '../identity/person-status.ts';
import type { CivilDate } from '../time/civil-date.ts';

export type AbsenceReason = 'mission' | 'leave' | 'sick';

/** What one line of a file says of a person; null for what it does not say. */
export interface PersonStatement {
  line: number;
  hrNumber: string | null;
  familyName: string | null;
  givenName: string | null;
  email: string | null;
  status: PersonStatus | null;
  /** The code or the name of a unit, as it is written. */
  unit: string | null;
  since: CivilDate | null;
  rankGroup: string | null;
  job: string | null;
  designated: CivilDate | 'today' | null;
  absence: StatedAbsence | null;
}

export interface StatedAbsence {
  reason: AbsenceReason;
  from: CivilDate | null;
  /** The last day of it. */
  through: CivilDate | null;
}

/** What one line says of a unit. */
export interface UnitStatement {
  line: number;
  code: string;
  name: string | null;
  /** The code or the name of the unit above, as it is written. */
  parent: string | null;
}
