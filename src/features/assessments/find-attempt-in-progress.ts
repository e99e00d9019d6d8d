import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { isOfWindow } from '#domain/progress/module-window.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { endAddress, questionAddress } from './attempt-addresses.ts';
import { findFollowed, type Followed } from '#features/learning/followed-version.ts';
import { findOpenAttempt, listDrawnQuestions, type AttemptRecord } from './queries.ts';

/** How far an open attempt is. */
export interface AttemptInProgress {
  answeredCount: number;
  questionCount: number;
  /** The first question without an answer; the end when there is none. */
  resumeHref: string;
}

/** The open attempt of the edition that the person follows; one of an edition or a window they have left is not taken up again. */
export async function findAttemptInProgress(
  db: Kysely<Database>,
  personId: string,
  followed: Followed,
): Promise<AttemptInProgress | null> {
  const { code } = followed.version;
  const open = await findOpenAttempt(db, personId, code);
  if (!open || !isGoneOnWith(open, followed)) return null;
  const drawn = await listDrawnQuestions(db, open.id);
  const unanswered = drawn.filter(({ chosen }) => chosen.length === 0);
  return {
    answeredCount: drawn.length - unanswered.length,
    questionCount: drawn.length,
    resumeHref: unanswered[0] ? questionAddress(code, unanswered[0].position) : endAddress(code),
  };
}

/**
 * The open attempt to go on with; none when it is of an edition that the person has left, by their choice or a release
 * « à refaire », or of a window that is over.
 */
export async function findAttemptToGoOnWith(
  db: Kysely<Database>,
  personId: string,
  asked: { code: string; today: CivilDate },
): Promise<AttemptRecord | null> {
  const open = await findOpenAttempt(db, personId, asked.code);
  const followed = open && (await findFollowed(db, personId, asked));
  return followed && isGoneOnWith(open, followed) ? open : null;
}

/** True for an attempt of the edition and of the window that the person is in. */
export function isGoneOnWith(
  { edition, windowFrom }: AttemptRecord,
  { version, window }: Pick<Followed, 'version' | 'window'>,
): boolean {
  return edition === version.edition && isOfWindow(window, windowFrom);
}
