import { addDays, parseCivilDate, type CivilDate } from '#domain/time/civil-date.ts';
import type { ModuleSurvey } from '../pages/module-survey.ts';
import type { Finding, Problem } from '../problem.ts';
import { overdueStatement, verifiedLater } from '../problems/statement-problems.ts';
import type { PlacedStatement } from './placed-statement.ts';

/** A statement with the last day on which it may be read again. */
export interface DueStatement {
  statement: PlacedStatement;
  verifiedOn: CivilDate;
  dueOn: CivilDate;
}

/**
 * What is wrong, on a day, with the dates on which statements were verified. It is asked of a module that is being
 * written: a version, once published, does not age into one that cannot be compiled.
 */
export function checkReview(survey: ModuleSurvey, today: CivilDate): Problem[] {
  return datesOf(survey).flatMap(({ statement, verifiedOn, dueOn }) => {
    const words = wordsOf(statement);
    if (verifiedOn > today) return [problemAt(statement, verifiedLater(words, verifiedOn))];
    return dueOn < today ? [problemAt(statement, overdueStatement(words, verifiedOn, dueOn))] : [];
  });
}

/** What is to be read again within some days of a day, the earliest first; what is overdue is not among it. */
export function dueWithin(survey: ModuleSurvey, today: CivilDate, days: number): DueStatement[] {
  const last = addDays(today, days);
  return datesOf(survey)
    .filter(({ dueOn }) => dueOn >= today && dueOn <= last)
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

/** What a statement is known by: its source and article. */
export function wordsOf({ source, article }: PlacedStatement): string {
  return article === null ? source : `${source}, ${article}`;
}

function datesOf({ statements, reviewDays }: ModuleSurvey): DueStatement[] {
  if (reviewDays === null) return [];
  return statements.flatMap((statement) => {
    const verifiedOn = parseCivilDate(statement.verifiedOn);
    return verifiedOn ? [{ statement, verifiedOn, dueOn: addDays(verifiedOn, reviewDays) }] : [];
  });
}

function problemAt({ file, line, column }: PlacedStatement, finding: Finding): Problem {
  return { file, line, column, severity: 'error', ...finding };
}
