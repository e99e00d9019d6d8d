import type { DeliveredShape } from './delivered-module.ts';

/** What one has done in a delivered module: it must fit in the 4,096 characters of `cmi.suspend_data` (SCORM 1.2). */
export interface DeliveredProgress {
  /** Places of the lessons that are read. */
  read: number[];
  /**
   * By the place of each exercise, what was answered last: the places of the choices made, the place given to each element, or
   * that of the option chosen in each scene; empty without an answer.
   */
  answers: number[][];
  /** The attempt in hand: the places of its questions in the pool, and what was chosen so far. */
  attempt: { questions: number[]; chosen: number[][] } | null;
  /** Of the latest finished attempt, which another one should not repeat. */
  previous: number[];
  /** In whole percent; null before a first attempt. */
  bestScore: number | null;
  isPassed: boolean;
}

/** What of a module gives a meaning to the places that are kept. */
export interface PlacedModule {
  lessons: readonly unknown[];
  exercises: readonly unknown[];
  questions: readonly unknown[];
  shape: DeliveredShape;
}

/** Where everybody begins. */
export function noProgress({ exercises }: Pick<PlacedModule, 'exercises'>): DeliveredProgress {
  return { read: [], answers: exercises.map(() => []), attempt: null, previous: [], bestScore: null, isPassed: false };
}

const FORMAT = '2';
const PART = '|';
const LIST = '/';
const ITEM = '.';
/** Above any number of choices, of elements or of options. */
const MOST_PLACES = 100;

/** The progress as a short text: `2|3f09c1.aa17e2.0b44d8|0.1.2|1/0.2.1//|4.7|1.3/2|4.9|80|1`. */
export function packProgress(
  { read, answers, attempt, previous, bestScore, isPassed }: DeliveredProgress,
  { shape }: Pick<PlacedModule, 'shape'>,
): string {
  return [
    FORMAT,
    [shape.lessons, shape.exercises, shape.questions].join(ITEM),
    packed(read),
    answers.map(packed).join(LIST),
    attempt ? packed(attempt.questions) : '',
    attempt ? attempt.chosen.map(packed).join(LIST) : '',
    packed(previous),
    bestScore === null ? '' : String(bestScore),
    isPassed ? '1' : '0',
  ].join(PART);
}

/** Reads it again; what it cannot read, or what names a list that has changed since, is as if it had not been done. */
export function unpackProgress(text: string, module: PlacedModule): DeliveredProgress {
  const parts = text.split(PART);
  if (parts[0] !== FORMAT || parts.length !== 9) return noProgress(module);
  const [, kept = '', read = '', answers = '', asked = '', chosen = '', previous = '', score = '', passed = ''] = parts;
  const { lessons, exercises, questions } = stillThere(module, kept);
  const attempted = unpacked(asked, questions);
  const answered = answers.split(LIST).map((part) => unpacked(part, exercises));
  const choices = chosen.split(LIST).map((part) => unpacked(part, MOST_PLACES));
  return {
    read: unpacked(read, lessons),
    answers: module.exercises.map((_, place) => answered[place] ?? []),
    attempt:
      attempted.length > 0 ? { questions: attempted, chosen: attempted.map((_, place) => choices[place] ?? []) } : null,
    previous: unpacked(previous, questions),
    bestScore: /^\d{1,3}$/.test(score) ? Math.min(100, Number(score)) : null,
    isPassed: passed === '1',
  };
}

/** Below which number the places of each list mean something: none where the list is no longer that of the shape that was kept. */
function stillThere({ lessons, exercises, questions, shape }: PlacedModule, kept: string) {
  const [ofLessons, ofExercises, ofQuestions] = kept.split(ITEM);
  return {
    lessons: ofLessons === shape.lessons ? lessons.length : 0,
    exercises: ofExercises === shape.exercises && exercises.length > 0 ? MOST_PLACES : 0,
    questions: ofQuestions === shape.questions ? questions.length : 0,
  };
}

function packed(places: readonly number[]): string {
  return places.map((place) => place.toString(36)).join(ITEM);
}

function unpacked(text: string, below: number): number[] {
  return text
    .split(ITEM)
    .filter((part) => /^[0-9a-z]{1,4}$/.test(part))
    .map((part) => parseInt(part, 36))
    .filter((place) => place < below);
}
