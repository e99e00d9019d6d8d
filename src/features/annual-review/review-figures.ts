import type { PersonStatus } from '#domain/identity/person-status.ts';
import type { ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** What a review counts in one year of the agreement, as known on a day. */
export interface ReviewPeriod {
  from: CivilDate;
  /** The last day counted: the closing, or today before it. */
  to: CivilDate;
  /** Sessions and meetings recorded, closed or cancelled after that day change nothing: the day the review is due, or today. */
  knownOn: CivilDate;
}

/** One of the largest units, which the agreement calls an army. */
export interface Army {
  unitId: string;
  name: string;
}

export interface ReviewedModule {
  moduleId: string;
  code: string;
  title: string;
}

export interface YearFigures {
  people: number;
  completions: number;
  /** Distinct persons; somebody who moved may count in two armies. */
  byArmy: Record<string, number>;
  outsideArmies: number;
  byStatus: Partial<Record<PersonStatus, number>>;
  byTheme: Record<string, number>;
  byModule: Record<string, number>;
  sessions: number;
  sessionsByModule: Record<string, number>;
  sessionsByHouse: Record<string, number>;
  meetings: number;
  audience: number;
  meetingsByHouse: Record<string, number>;
  audienceByHouse: Record<string, number>;
}

/** Where the units stand in a programme on the last day of a period, by unit. */
export interface ProgrammeFigures {
  programmeId: string;
  name: string;
  deadline: CivilDate;
  byUnit: Record<string, ObligationCounts>;
}

export interface ReviewFigures {
  /** The only unit at the top, which the armies stand below; null when there are several. */
  top: Army | null;
  armies: Army[];
  modules: ReviewedModule[];
  houses: { houseId: string; name: string }[];
  current: YearFigures;
  /** Null before the agreement. */
  previous: YearFigures | null;
  programmes: ProgrammeFigures[];
  previousProgrammes: ProgrammeFigures[];
}
