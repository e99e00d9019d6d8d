import type { ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** A programme that can be followed up. */
export interface Programme {
  programmeId: string;
  slug: string;
  name: string;
  opensOn: CivilDate;
  deadline: CivilDate;
  /** Days after the deadline before somebody is shown as late. */
  graceDays: number;
  /** What was begun or completed before does not count; null for any day. */
  countsFrom: CivilDate | null;
  /** The day it was closed: nobody is asked for it any more; null while it is open. */
  closedOn: CivilDate | null;
}

/** A required module, as a day sees it. */
export interface AskedModule {
  moduleId: string;
  code: string;
  /** The oldest edition that counts that day. */
  requiredEdition: number;
  /** The edition that was live that day; 0 before the first one. */
  liveEdition: number;
}

/** What a follow-up is of: a programme, seen on a day. */
export interface Situation {
  programme: Programme;
  day: CivilDate;
  modules: readonly AskedModule[];
  /** The one module that is looked at; null for the whole programme. */
  onlyModule: string | null;
}

/** What a unit comes to, with all that is below it. */
export interface UnitFigures {
  counts: ObligationCounts;
  /** Persons done, here or elsewhere, in the days the pace is read over. */
  doneInWindow: number;
}

/** A unit of the organisation. */
export interface Unit {
  unitId: string;
  parentId: string | null;
  code: string;
  name: string;
}
