import {
  agreementYear,
  agreementYearOf,
  FIRST_AGREEMENT_YEAR,
  type AgreementYear,
} from '#domain/agreement/agreement-year.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';
import { changeWords, figureWords } from './figure-words.ts';
import { reviewSections, type ReviewSection } from './review-sections.ts';
import { reviewPeriod, reviewTask } from './tasks/review-task.ts';

export interface ReviewPage extends AgreementYear {
  /** The last day counted. */
  asOf: CivilDate;
  /** The year is not over: its figures will grow. */
  isProvisional: boolean;
  hasPrevious: boolean;
  sections: (Omit<ReviewSection, 'lines'> & { lines: ReviewTableLine[] })[];
}

export interface ReviewTableLine {
  label: string;
  current: string;
  previous: string;
  change: string;
}

/** The review of a year of the agreement; null for one that has not begun, or was before it. */
export async function loadReviewPage(tasks: TaskRunner, year: string, today: CivilDate): Promise<ReviewPage | null> {
  const asked = parseReviewYear(year, today);
  if (asked === null) return null;
  const figures = await tasks.run(reviewTask, { year: asked, today });
  const period = agreementYear(asked);
  return {
    ...period,
    asOf: reviewPeriod(asked, today).to,
    isProvisional: today <= period.closesOn,
    hasPrevious: figures.previous !== null,
    sections: reviewSections(figures).map(({ lines, ...section }) => ({
      ...section,
      lines: lines.map(({ label, current, previous }) => ({
        label,
        current: figureWords(current),
        previous: figureWords(previous),
        change: changeWords(current, previous),
      })),
    })),
  };
}

/** « Bilan annuel 2025-2026 ». */
export function reviewTitle({ year }: Pick<ReviewPage, 'year'>): string {
  return `Bilan annuel ${year}-${year + 1}`;
}

/** Every year that has a review, the latest first. */
export function listReviewYears(today: CivilDate): AgreementYear[] {
  const count = Math.max(0, agreementYearOf(today) - FIRST_AGREEMENT_YEAR + 1);
  return Array.from({ length: count }, (_, index) => agreementYear(FIRST_AGREEMENT_YEAR + index)).reverse();
}

function parseReviewYear(text: string, today: CivilDate): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
  return listReviewYears(today).some((known) => known.year === year) ? year : null;
}
