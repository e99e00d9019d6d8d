/** What the script of a delivered module is told. */
export interface DeliveredModule {
  /** The module's address name; what is kept in a browser without a system is kept under it. */
  code: string;
  edition: number;
  title: string;
  /** How what is done is told to the system that plays it. */
  standard: 'scorm12' | 'scorm2004' | 'cmi5' | 'none';
  /** Slugs, in order; what is kept names them by their place. */
  lessons: string[];
  /** In percent. */
  passMark: number;
  drawSize: number;
  questions: DeliveredQuestion[];
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

/** What is hashed of an answer: the choices in order, with what makes each question's hash its own. */
export function answerText({ id, salt }: Pick<DeliveredQuestion, 'id' | 'salt'>, chosen: readonly string[]): string {
  return [salt, id, ...[...chosen].sort()].join('\n');
}

/** What one has done in a delivered module: it must fit in the 4,096 characters of `cmi.suspend_data` (SCORM 1.2). */
export interface DeliveredProgress {
  /** Places of the lessons that are read. */
  read: number[];
  /** The attempt in hand: the places of its questions in the pool, and what was chosen so far. */
  attempt: { questions: number[]; chosen: number[][] } | null;
  /** Of the latest finished attempt, which another one should not repeat. */
  previous: number[];
  /** In whole percent; null before a first attempt. */
  bestScore: number | null;
  isPassed: boolean;
}

export const NO_DELIVERED_PROGRESS: DeliveredProgress = {
  read: [],
  attempt: null,
  previous: [],
  bestScore: null,
  isPassed: false,
};

const FORMAT = '1';
const LIST = '.';
const PART = '|';

/** The progress as a short text: `1|0.1.2|4.7|1.3/2|4.9|80|1`. */
export function packProgress({ read, attempt, previous, bestScore, isPassed }: DeliveredProgress): string {
  const listed = (numbers: readonly number[]) => numbers.map((value) => value.toString(36)).join(LIST);
  return [
    FORMAT,
    listed(read),
    attempt ? listed(attempt.questions) : '',
    attempt ? attempt.chosen.map(listed).join('/') : '',
    listed(previous),
    bestScore === null ? '' : String(bestScore),
    isPassed ? '1' : '0',
  ].join(PART);
}

/** Reads it again; what it cannot read is as if nothing had been done. */
export function unpackProgress(text: string, { lessons, questions }: Pick<DeliveredModule, 'lessons' | 'questions'>) {
  const parts = text.split(PART);
  if (parts[0] !== FORMAT || parts.length !== 7) return NO_DELIVERED_PROGRESS;
  const [, read = '', asked = '', chosen = '', previous = '', score = '', passed = ''] = parts;
  const numbers = (part: string, below: number) =>
    part === ''
      ? []
      : part
          .split(LIST)
          .map((value) => parseInt(value, 36))
          .filter((value) => Number.isInteger(value) && value >= 0 && value < below);
  const attempted = numbers(asked, questions.length);
  const choices = chosen.split('/').map((part) => numbers(part, 100));
  const progress: DeliveredProgress = {
    read: numbers(read, lessons.length),
    attempt:
      attempted.length > 0 ? { questions: attempted, chosen: attempted.map((_, place) => choices[place] ?? []) } : null,
    previous: numbers(previous, questions.length),
    bestScore: /^\d{1,3}$/.test(score) ? Math.min(100, Number(score)) : null,
    isPassed: passed === '1',
  };
  return progress;
}
