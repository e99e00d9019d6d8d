import type { CivilDate } from '../time/civil-date.ts';

/** The year that the framework agreement was signed, on 18 July. */
export const FIRST_AGREEMENT_YEAR = 2024;

/** A year of the agreement: from an anniversary to the eve of the next. */
export interface AgreementYear {
  /** The calendar year that it begins in, and its name: 2026 for July 2026 to July 2027. */
  year: number;
  from: CivilDate;
  /** Its last day. */
  closesOn: CivilDate;
  /** Its review is due by that day, three months after the anniversary. */
  dueOn: CivilDate;
}

export function agreementYear(year: number): AgreementYear {
  return {
    year,
    from: `${year}-07-18` as CivilDate,
    closesOn: `${year + 1}-07-17` as CivilDate,
    dueOn: `${year + 1}-10-18` as CivilDate,
  };
}

/** The year of the agreement that a day belongs to. */
export function agreementYearOf(day: CivilDate): number {
  const year = Number(day.slice(0, 4));
  return day >= agreementYear(year).from ? year : year - 1;
}
