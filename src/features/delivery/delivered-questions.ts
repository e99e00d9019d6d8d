import { createHash } from 'node:crypto';
import { answerText, type DeliveredQuestion } from '#domain/delivery/delivered-module.ts';
import type { PoolQuestion } from '#domain/module/compiled-module.ts';

/**
 * The questions of the assessment without their answers in clear. Whoever tries every combination finds them all the same: a
 * package that corrects without a server has its answers in it.
 */
export function deliveredQuestions(pool: readonly PoolQuestion[], versionId: string): DeliveredQuestion[] {
  return pool.map(({ id, lesson, html, isMultiple, choices }) => {
    // From the version, so that the same version makes the same package.
    const salt = createHash('sha256').update(`${versionId}\n${id}`).digest('hex').slice(0, 16);
    const right = choices.filter(({ isRight }) => isRight).map((choice) => choice.id);
    return {
      id,
      lesson,
      html,
      isMultiple,
      choices: choices.map((choice) => ({ id: choice.id, html: choice.html, explanation: choice.explanation })),
      salt,
      key: createHash('sha256').update(answerText({ id, salt }, right)).digest('hex'),
    };
  });
}
