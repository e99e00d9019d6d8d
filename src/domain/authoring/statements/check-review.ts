import type { Problem } from '../problem.ts';
import { addDays, daysBetween, parseCivilDate, type CivilDate } from '#domain/time/civil-date.ts';
import { overdueStatement, verifiedLater } from '../problems/statement-problems.ts';
import type { PlacedStatement } from './placed-statement.ts';

/** A statement with the day from which it is to be read again. */
export interface DueStatement {
  statement: PlacedStatement;
  dueOn: CivilDate;
}

/**
 * What is wrong, on a day, with the dates on which statements were verified. It is asked of a module that is being
 * written: a version, once published, does not age into one that cannot be compiled.
 */
export function checkReview(statements: readonly PlacedStatement[], reviewDays: number, today: CivilDate): Problem[] {
  return statements.flatMap((statement): Problem[] => {
    const verifiedOn = parseCivilDate(statement.verifiedOn);
    if (!verifiedOn) return [];
    const dueOn = addDays(verifiedOn, reviewDays);
    if (verifiedOn > today) return [problemAt(statement, verifiedLater(wordsOf(statement), verifiedOn))];
    if (daysBetween(dueOn, today) <= 0) return [];
    return [problemAt(statement, overdueStatement(wordsOf(statement), verifiedOn, dueOn))];
  });
}

/** What is to be read again within some days from a day, the earliest first; what is overdue is not among it. */
export function dueWithin(
  statements: readonly PlacedStatement[],
  { reviewDays, today, days }: { reviewDays: number; today: CivilDate; days: number },
): DueStatement[] {
  const due = statements.flatMap((statement): DueStatement[] => {
    const verifiedOn = parseCivilDate(statement.verifiedOn);
    return verifiedOn ? [{ statement, dueOn: addDays(verifiedOn, reviewDays) }] : [];
  });
  const isSoon = ({ dueOn }: DueStatement) => dueOn >= today && dueOn <= addDays(today, days);
  return due.filter(isSoon).sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

/** What a statement is known by: its source and article. */
export function wordsOf({ source, article }: PlacedStatement): string {
  return article === null ? source : `${source}, ${article}`;
}

function problemAt(
  { file, line, column }: PlacedStatement,
  finding: Omit<Problem, 'file' | 'line' | 'column' | 'severity'>,
): Problem {
  return { file, line, column, severity: 'error', ...finding };
}
