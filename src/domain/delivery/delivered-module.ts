import type { OrderingBlock, QuestionBlock, SituationBlock, SortingBlock } from '../module/compiled-module.ts';

/** What the script of a delivered module is told. */
export interface DeliveredModule {
  /** The module's address name; what is kept in a browser without a system is kept under it. */
  code: string;
  edition: number;
  revision: number;
  title: string;
  /** How what is done is told to the system that plays it. */
  standard: 'scorm12' | 'scorm2004' | 'cmi5' | 'none';
  /** In order; what is kept names them by their place. */
  lessons: { slug: string; title: string; objective: string }[];
  /** In percent. */
  passMark: number;
  drawSize: number;
  questions: DeliveredQuestion[];
  exercises: DeliveredExercise[];
  exitUrl: string;
}

/** A question of the assessment. Its answer is not in clear: `key` is a hash that the right choices give. */
export interface DeliveredQuestion {
  id: string;
  lesson: string;
  html: string;
  isMultiple: boolean;
  choices: { id: string; html: string; explanation: string }[];
  /** SHA-256, in hexadecimal, of `answerText`. */
  key: string;
  salt: string;
}

/** An exercise of a lesson, which one answers for oneself: with its key, in clear. */
export type DeliveredExercise = QuestionBlock | SortingBlock | OrderingBlock | SituationBlock;

/** What is hashed of an answer: the choices in order, with what makes each question's hash its own. */
export function answerText({ id, salt }: Pick<DeliveredQuestion, 'id' | 'salt'>, chosen: readonly string[]): string {
  return [salt, id, ...[...chosen].sort()].join('\n');
}
