import type { PersonStatus } from '#db/schema.ts';
import type { ObligationStanding, ObligationState } from '#domain/obligation/obligation-state.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** Which people of some units are asked for. */
export interface PeopleFilter {
  /** Null among them stands for those whom the programme does not concern. */
  states: readonly (ObligationState | null)[];
  status: PersonStatus | null;
  /** As the HR file words it; null for everybody. */
  rankGroup: string | null;
  job: string | null;
  /** Only those who came to a unit on that day or since. */
  arrivedSince: CivilDate | null;
  /** Words of a name or of an HR number, in any order; accents and case do not matter. */
  search: string;
}

/** A person and where they stand: obligation facts alone. */
export interface PersonStanding {
  personId: string;
  hrNumber: string | null;
  givenName: string;
  familyName: string;
  status: PersonStatus;
  rankGroup: string | null;
  job: string | null;
  /** Null when the programme does not concern them. */
  standing: ObligationStanding | null;
}
