import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { drawQuestions, type Random } from '#domain/assessment/draw-questions.ts';
import type { Act } from '#domain/identity/act.ts';
import type { ModuleWindow } from '#domain/progress/module-window.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { findFollowed } from '#features/learning/followed-version.ts';
import { isPackage } from '#features/learning/is-package.ts';
import { learnerOf } from '#features/learning/learner-of.ts';
import type { PublishedVersion } from '#features/publishing/versions.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { closeAttempt } from './close-attempt.ts';
import { getDrawnVersion } from './drawn-version.ts';
import { isGoneOnWith } from './find-attempt-in-progress.ts';
import { findAttempt, findLatestFinishedAttempt, findOpenAttempt, listDrawnQuestions } from './queries.ts';

export interface AttemptToOpen {
  /** The module's. */
  code: string;
  /** Chosen by the form, so that sending it twice opens one attempt. */
  attemptId: string;
  /** Given by tests and seeds that repeat a draw. */
  random?: Random;
}

export type OpenAttemptResult =
  | { outcome: 'opened'; attemptId: string; questionIds: string[] }
  | { outcome: 'already-open'; attemptId: string }
  | { outcome: 'already-finished'; attemptId: string }
  | { outcome: 'no-such-module' }
  /** The id is somebody else's attempt. */
  | { outcome: 'not-found' };

/** Opens an attempt of the edition that the person follows, in its window, and draws its questions, once and for all. */
export async function openAttempt(
  db: Kysely<Database>,
  act: Act,
  { code, attemptId, random = Math.random }: AttemptToOpen,
): Promise<OpenAttemptResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const known = await findAttempt(trx, attemptId);
    if (known && known.personId !== personId) return { outcome: 'not-found' };
    if (known) return { outcome: known.finishedAt ? 'already-finished' : 'already-open', attemptId };

    const followed = await findFollowed(trx, personId, { code, today: civilDateOf(act.at) });
    if (!followed || isPackage(followed.version.module)) return { outcome: 'no-such-module' };
    const begun = await beginModule(trx, act, { code });
    if (begun.outcome === 'no-such-module') return begun;
    const open = await findOpenAttempt(trx, personId, code);
    if (open && isGoneOnWith(open, followed)) return { outcome: 'already-open', attemptId: open.id };
    // The person has moved to a newer edition or window: what they had answered in the one they left is graded as it is.
    if (open) await closeAttempt(trx, act, open);

    const version = await getDrawnVersion(trx, begun.versionId);
    const questionIds = await drawFrom(trx, personId, version, random);
    await insertAttempt(trx, act, { attemptId, version, window: begun.window, questionIds });
    return { outcome: 'opened', attemptId, questionIds };
  });
}

async function drawFrom(
  trx: Transaction<Database>,
  personId: string,
  { code, module }: PublishedVersion,
  random: Random,
): Promise<string[]> {
  const before = await findLatestFinishedAttempt(trx, personId, code);
  const previous = before ? await listDrawnQuestions(trx, before.id) : [];
  return drawQuestions({
    pool: module.pool,
    drawSize: module.drawSize,
    previous: previous.map(({ questionId }) => questionId),
    random,
  });
}

interface NewAttempt {
  attemptId: string;
  version: PublishedVersion;
  window: ModuleWindow;
  questionIds: readonly string[];
}

async function insertAttempt(
  trx: Transaction<Database>,
  act: Act,
  { attemptId, version, window, questionIds }: NewAttempt,
): Promise<void> {
  await trx
    .insertInto('attempt')
    .values({
      id: attemptId,
      person_id: learnerOf(act),
      module_id: version.moduleId,
      edition: version.edition,
      version_id: version.id,
      window_from: window.from,
      opened_at: act.at,
      finished_at: null,
      right_count: null,
      is_passed: null,
    })
    .execute();
  await trx
    .insertInto('attempt_question')
    .values(
      questionIds.map((question_id, index) => ({
        attempt_id: attemptId,
        position: index + 1,
        question_id,
        is_right: null,
      })),
    )
    .execute();
}
