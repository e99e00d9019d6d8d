import type { PersonStatus } from '../identity/person-status.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { AbsenceReason } from './statements.ts';

/** A person as the installation knows them, with what goes on today or later. */
export interface KnownPerson {
  personId: string;
  hrNumber: string | null;
  familyName: string;
  givenName: string;
  email: string | null;
  status: PersonStatus;
  rankGroup: string | null;
  job: string | null;
  /** Memberships without an end. */
  memberships: readonly { membershipId: string; unitId: string; from: CivilDate }[];
  /** Designated for the programme of the import, without an end. */
  isDesignated: boolean;
  /** Absences that are not over, in order. */
  absences: readonly KnownAbsence[];
}

export interface KnownAbsence {
  absenceId: string;
  from: CivilDate;
  to: CivilDate | null;
  reason: AbsenceReason;
}
