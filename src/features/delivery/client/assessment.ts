import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { drawnCount, drawQuestions, type Random } from '#domain/assessment/draw-questions.ts';
import { neededRightAnswers, scoreInPercent } from '#domain/assessment/grade-attempt.ts';
import { answerText, type DeliveredModule, type DeliveredQuestion } from '#domain/delivery/delivered-module.ts';
import type { DeliveredAttempt, DeliveredProgress } from '#domain/delivery/delivered-progress.ts';

/** Whether these choices are the right ones: they alone give the hash that the package has. */
export function isRight(question: DeliveredQuestion, chosen: readonly string[]): boolean {
  return chosen.length > 0 && bytesToHex(sha256(utf8ToBytes(answerText(question, chosen)))) === question.key;
}

/** The right choices, found by trying: for when an attempt is over, and they are shown. */
export function rightChoices(question: DeliveredQuestion): string[] {
  const ids = question.choices.map(({ id }) => id);
  for (let set = 1; set < 2 ** ids.length; set += 1) {
    const chosen = ids.filter((_, place) => (set >> place) % 2 === 1);
    if ((question.isMultiple || chosen.length === 1) && isRight(question, chosen)) return chosen;
  }
  return [];
}

/** A new attempt, drawn as on the platform. */
export function newAttempt(
  module: DeliveredModule,
  progress: DeliveredProgress,
  random: Random = Math.random,
): DeliveredProgress {
  const ids = drawQuestions({
    pool: module.questions,
    drawSize: module.drawSize,
    previous: progress.finished?.questions.flatMap((place) => module.questions[place]?.id ?? []) ?? [],
    random,
  });
  const questions = ids.map((id) => module.questions.findIndex((question) => question.id === id));
  return { ...progress, attempt: { questions, chosen: questions.map(() => []) } };
}

/** The attempt in hand with what was chosen in one of its questions. */
export function withAnswer(progress: DeliveredProgress, at: number, chosen: number[]): DeliveredProgress {
  const { attempt } = progress;
  if (!attempt) return progress;
  const answers = attempt.chosen.map((known, index) => (index === at ? chosen : known));
  return { ...progress, attempt: { ...attempt, chosen: answers } };
}

/** A question of a finished attempt. */
export interface GradedQuestion {
  question: DeliveredQuestion;
  chosen: string[];
  right: string[];
  isRight: boolean;
}

export interface GradedAttempt {
  questions: GradedQuestion[];
  rightCount: number;
  neededCount: number;
  /** In whole percent. */
  score: number;
  isPassed: boolean;
}

/** Grades an attempt by the rules of the platform: a question is right or wrong as a whole, and wrong without an answer. */
export function gradeAttempt(module: DeliveredModule, { questions, chosen }: DeliveredAttempt): GradedAttempt {
  const graded = questions.map((place, index) => {
    const question = module.questions[place]!;
    const ids = chosen[index]!.flatMap((choice) => question.choices[choice]?.id ?? []);
    return { question, chosen: ids, right: rightChoices(question), isRight: isRight(question, ids) };
  });
  const rightCount = graded.filter((one) => one.isRight).length;
  const neededCount = neededRightAnswers(module.passMark, graded.length);
  return {
    questions: graded,
    rightCount,
    neededCount,
    score: scoreInPercent(rightCount, graded.length),
    isPassed: graded.length > 0 && rightCount >= neededCount,
  };
}

/** The attempt in hand becomes the latest finished one; what was passed once stays passed. */
export function finishAttempt(progress: DeliveredProgress, { score, isPassed }: GradedAttempt): DeliveredProgress {
  return {
    ...progress,
    attempt: null,
    finished: progress.attempt,
    bestScore: Math.max(score, progress.bestScore ?? 0),
    isPassed: progress.isPassed || isPassed,
  };
}

/** How many questions an attempt has. */
export function questionCount({ questions, drawSize }: DeliveredModule): number {
  return questions.length === 0 ? 0 : drawnCount(questions.length, drawSize);
}
