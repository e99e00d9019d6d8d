import type { CompiledLesson, PoolQuestion } from '#domain/module/compiled-module.ts';
import { longestTooOften, unaskedLesson, unaskedLevel } from '../problems/question-problems.ts';
import { choiceLengths } from '../blocks/choice-lengths.ts';
import type { Reporter } from '../reporter.ts';

const LEVELS = ['savoir', 'comprendre', 'decider'] as const satisfies PoolQuestion['level'][];
/** With three or four choices, chance alone makes the right one the longest in a quarter to a third of the questions. */
const MOST_LONGEST = 0.4;

/** Notes what a sound pool leaves out, and whether it can be answered without having read anything. */
export function checkPool(pool: readonly PoolQuestion[], lessons: readonly CompiledLesson[], report: Reporter): void {
  for (const level of LEVELS) {
    if (!pool.some((question) => question.level === level)) report.notice(0, unaskedLevel(level));
  }
  for (const { slug } of lessons) {
    if (!pool.some((question) => question.lesson === slug)) report.notice(0, unaskedLesson(slug));
  }
  const lengths = pool.filter(({ isMultiple }) => !isMultiple).map(({ choices }) => choiceLengths(choices));
  const longest = lengths.filter(({ right, longestWrong }) => right > longestWrong).length;
  if (longest > lengths.length * MOST_LONGEST) report.notice(0, longestTooOften(longest, lengths.length));
}
