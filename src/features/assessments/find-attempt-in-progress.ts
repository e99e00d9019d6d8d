import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { endAddress, questionAddress } from './attempt-addresses.ts';
import { findFollowed } from '#features/learning/followed-version.ts';
import { findOpenAttempt, listDrawnQuestions, type AttemptRecord } from './queries.ts';

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

/** The open attempt to go on with; none when it is of an edition that the person has left, by their choice or a release « à refaire ». */
export async function findAttemptToGoOnWith(
  db: Kysely<Database>,
  personId: string,
  code: string,
): Promise<AttemptRecord | null> {
  const open = await findOpenAttempt(db, personId, code);
  const followed = open && (await findFollowed(db, personId, code));
  return followed?.version.edition === open?.edition ? open : null;
}
