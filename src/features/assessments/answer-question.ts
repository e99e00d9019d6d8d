import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { acceptsChoices } from '#domain/assessment/accepts-choices.ts';
import type { Act } from '#domain/identity/act.ts';
import { learnerOf } from '#features/learning/learner-of.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { getDrawnVersion, getPoolQuestion } from './drawn-version.ts';
import { findQuestionToAnswer, type AnswerEvent, type QuestionToAnswer } from './queries.ts';

export interface AnswerToSave extends AnswerEvent {
  /** The ids of the choices made. */
  choices: readonly string[];
}

export type AnswerQuestionResult =
  | { outcome: 'saved' | 'already-saved'; code: string; position: number; questionCount: number }
  /** The attempt is somebody else's or nobody's. */
  | { outcome: 'not-found' }
  | { outcome: 'no-such-question' }
  | { outcome: 'not-an-answer' }
  | { outcome: 'already-finished'; code: string }
  /** The same event came with another answer before: the page had been sent already, and was changed since. */
  | { outcome: 'event-reused' };

/** Saves an answer of an open attempt, after those given before; the last one counts. The same event again changes nothing. */
export async function answerQuestion(
  db: Kysely<Database>,
  act: Act,
  { choices, ...event }: AnswerToSave,
): Promise<AnswerQuestionResult> {
  const personId = learnerOf(act);
  const chosen = [...new Set(choices)].sort();
  return inTransaction(db, async (trx) => {
    const found = await findQuestionToAnswer(trx, personId, event);
    if (!found) return { outcome: 'not-found' };
    if (found.questionId === null) return { outcome: 'no-such-question' };
    const { code, questionCount } = found;
    const where = { code, position: event.position, questionCount };
    if (found.event)
      return isSameEvent(found.event, event, chosen)
        ? { outcome: 'already-saved', ...where }
        : { outcome: 'event-reused' };
    if (found.isFinished) return { outcome: 'already-finished', code };

    const version = await getDrawnVersion(trx, found.versionId);
    if (!acceptsChoices(getPoolQuestion(version, found.questionId), chosen)) return { outcome: 'not-an-answer' };
    await trx
      .insertInto('attempt_answer')
      .values({
        event_id: event.eventId,
        attempt_id: event.attemptId,
        position: event.position,
        sequence: found.lastSequence + 1,
        choices: JSON.stringify(chosen),
        answered_at: act.at,
      })
      .execute();
    return { outcome: 'saved', ...where };
  });
}

function isSameEvent(
  stored: NonNullable<QuestionToAnswer['event']>,
  { attemptId, position }: AnswerEvent,
  chosen: readonly string[],
): boolean {
  return stored.attemptId === attemptId && stored.position === position && stored.chosen.join() === chosen.join();
}
