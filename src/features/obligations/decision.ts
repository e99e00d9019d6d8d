import type { AbsenceCategory } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** What somebody decides about a person, and a second person may have to confirm. */
export type Decision =
  | {
      kind: 'exemption';
      personId: string;
      programme: string;
      from: CivilDate;
      /** The first day after it; null while it has no end. */
      to: CivilDate | null;
      reason: string;
    }
  | { kind: 'credit'; personId: string; programme: string; doneOn: CivilDate; proof: string }
  | {
      kind: 'absence';
      personId: string;
      from: CivilDate;
      to: CivilDate | null;
      category: AbsenceCategory;
      /** Why an absence lasts longer; none for a new one. */
      reason?: string;
    };

export type DecisionKind = Decision['kind'];

export const DECISION_NAMES: Record<DecisionKind, string> = {
  exemption: 'Dispense',
  credit: 'Équivalence',
  absence: 'Absence',
};

export const ABSENCE_CATEGORIES = ['mission', 'leave', 'sick'] as const satisfies AbsenceCategory[];

/** For administrators alone: everybody else reads « absent ». */
export const CATEGORY_NAMES: Record<AbsenceCategory, string> = {
  mission: 'mission',
  leave: 'congé',
  sick: 'arrêt',
};
