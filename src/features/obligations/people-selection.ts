import type { PersonStatus } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** Whom a designation is for: every criterion that is given holds; at least one is. */
export interface PeopleSelection {
  /** A unit with all that is below it. */
  unitCode: string | null;
  status: PersonStatus | null;
  /** As the HR file words it, whatever its accents and capitals. */
  rankGroup: string | null;
  job: string | null;
  /** By hand: HR numbers. */
  numbers: string[] | null;
}

/** Designates a group of people for a programme, or ends their designations. */
export interface GroupChange {
  programme: string;
  kind: 'designate' | 'end';
  selection: PeopleSelection;
  /** From when, today at the earliest. */
  on: CivilDate;
  /** Why it ends; not kept for a designation, which needs none. */
  reason: string | null;
}
