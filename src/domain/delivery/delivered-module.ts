import type {
  Choice,
  OrderingBlock,
  QuestionBlock,
  SituationBlock,
  SortingBlock,
  SortingElement,
} from '../module/compiled-module.ts';
import type { AnswerKey } from './answer-key.ts';

/** What the script of a delivered module is told. */
export interface DeliveredModule {
  /** The module's address name; what is kept in a browser without a system is kept under it. */
  code: string;
  edition: number;
  title: string;
  /** How what is done is told to the system that plays it. */
  standard: 'scorm12' | 'scorm2004' | 'cmi5' | 'none';
  /** In order; what is kept names them by their place. */
  lessons: DeliveredLesson[];
  /** In the order of the lessons; what is kept names them by their place. */
  exercises: DeliveredExercise[];
  /** In percent. */
  passMark: number;
  drawSize: number;
  questions: DeliveredQuestion[];
  shape: DeliveredShape;
  exitUrl: string;
}

export interface DeliveredLesson {
  slug: string;
  title: string;
}

/** An exercise of a lesson, its answer hidden. A case has none: each of its choices says what follows. */
export type DeliveredExercise = DeliveredPractice | DeliveredSorting | DeliveredOrdering | SituationBlock;

export interface DeliveredPractice extends Omit<QuestionBlock, 'choices'> {
  choices: DeliveredChoice[];
  key: AnswerKey;
}

export interface DeliveredSorting extends Omit<SortingBlock, 'elements'> {
  elements: DeliveredElement[];
  key: AnswerKey;
}

/** Its elements are in the order shown. */
export interface DeliveredOrdering extends Omit<OrderingBlock, 'elements' | 'shownOrder'> {
  elements: DeliveredElement[];
  key: AnswerKey;
}

/** A question of the assessment, its answer hidden. */
export interface DeliveredQuestion extends Omit<DeliveredPractice, 'kind'> {
  /** The slug of the lesson that it asks about. */
  lesson: string;
}

export type DeliveredChoice = Pick<Choice, 'id' | 'html'>;
export type DeliveredElement = Pick<SortingElement, 'id' | 'html'>;

/**
 * Says in a few letters what the places that are kept mean: lessons, exercises and questions, each apart. A system may play a
 * corrected package to somebody who began an earlier one, and what has changed there is not to be read as something else.
 */
export interface DeliveredShape {
  lessons: string;
  exercises: string;
  questions: string;
}
