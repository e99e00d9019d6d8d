import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { endAddress, questionAddress } from './attempt-addresses.ts';
import { findOpenAttempt, listDrawnQuestions } from './queries.ts';

/** How far an open attempt is. */
export interface AttemptInProgress {
  answeredCount: number;
  questionCount: number;
  /** The first question without an answer; the end when there is none. */
  resumeHref: string;
}

/** The open attempt of the edition that the person follows; one of an edition they have left is not taken up again. */
export async function findAttemptInProgress(
  db: Kysely<Database>,
  personId: string,
  { code, edition }: { code: string; edition: number },
): Promise<AttemptInProgress | null> {
  const open = await findOpenAttempt(db, personId, code);
  if (open?.edition !== edition) return null;
  const drawn = await listDrawnQuestions(db, open.id);
  const unanswered = drawn.filter(({ chosen }) => chosen.length === 0);
  return {
    answeredCount: drawn.length - unanswered.length,
    questionCount: drawn.length,
    resumeHref: unanswered[0] ? questionAddress(code, unanswered[0].position) : endAddress(code),
  };
}
