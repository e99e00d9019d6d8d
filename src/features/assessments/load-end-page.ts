import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { findAttemptToGoOnWith } from './find-attempt-in-progress.ts';
import { markOf, type QuestionMark } from './load-question-page.ts';
import { listDrawnQuestions } from './queries.ts';

export interface EndPage {
  code: string;
  attemptId: string;
  marks: QuestionMark[];
  unanswered: number[];
}

/** What is still unanswered before « Terminer »; null without an open attempt. */
export async function loadEndPage(
  db: Kysely<Database>,
  personId: string,
  asked: { code: string; today: CivilDate },
): Promise<EndPage | null> {
  const open = await findAttemptToGoOnWith(db, personId, asked);
  if (!open) return null;
  const marks = (await listDrawnQuestions(db, open.id)).map(markOf);
  const unanswered = marks.filter(({ isAnswered }) => !isAnswered).map(({ position }) => position);
  return { code: open.code, attemptId: open.id, marks, unanswered };
}
