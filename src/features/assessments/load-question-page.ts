import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { newId } from '#platform/ids.ts';
import { getDrawnVersion, getPoolQuestion } from './drawn-version.ts';
import { findAttemptToGoOnWith } from './find-attempt-in-progress.ts';
import { listDrawnQuestions, type DrawnQuestion } from './queries.ts';

export interface QuestionMark {
  position: number;
  isAnswered: boolean;
}

/** A question of the open attempt as a browser may see it: nothing in it tells the right choices. */
export interface QuestionPage {
  code: string;
  moduleTitle: string;
  attemptId: string;
  position: number;
  marks: QuestionMark[];
  question: { html: string; isMultiple: boolean; choices: { id: string; html: string }[] };
  /** The ids of the choices saved; empty while unanswered. */
  chosen: string[];
  /** The id of the answer this page sends: the same page sent twice is one answer. */
  eventId: string;
}

/** One question of the person's open attempt; null without one, or without this question. */
export async function loadQuestionPage(
  db: Kysely<Database>,
  personId: string,
  { code, position, today }: { code: string; position: string; today: CivilDate },
): Promise<QuestionPage | null> {
  const open = await findAttemptToGoOnWith(db, personId, { code, today });
  if (!open) return null;
  const drawn = await listDrawnQuestions(db, open.id);
  const asked = drawn.find((question) => String(question.position) === position);
  if (!asked) return null;
  const version = await getDrawnVersion(db, open.versionId);
  const { html, isMultiple, choices } = getPoolQuestion(version, asked.questionId);
  return {
    code,
    moduleTitle: version.module.title,
    attemptId: open.id,
    position: asked.position,
    marks: drawn.map(markOf),
    question: { html, isMultiple, choices: choices.map((choice) => ({ id: choice.id, html: choice.html })) },
    chosen: asked.chosen,
    eventId: newId(),
  };
}

export function markOf({ position, chosen }: DrawnQuestion): QuestionMark {
  return { position, isAnswered: chosen.length > 0 };
}
