import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inPieces, rowsOf } from '#platform/db/rows-of.ts';
import { findSession, listEnrolledIds, type SessionFacts } from './session-queries.ts';
import { sessionState } from './session-state.ts';

export type EnrolmentResult =
  | { outcome: 'enrolled'; added: number }
  | { outcome: 'no-such-session' }
  /** Closed or cancelled. */
  | { outcome: 'session-over' }
  | { outcome: 'seats-lacking'; left: number };

/** The session, while people may still be enrolled. */
export async function findSessionToEnrol(
  trx: Transaction<Database>,
  act: Act,
  sessionId: string,
): Promise<{ outcome: 'found'; session: SessionFacts } | { outcome: 'no-such-session' | 'session-over' }> {
  const session = await findSession(trx, sessionId);
  if (!session) return { outcome: 'no-such-session' };
  const state = sessionState(session, civilDateOf(act.at));
  return state === 'closed' || state === 'cancelled' ? { outcome: 'session-over' } : { outcome: 'found', session };
}

/** Enrols those who are not enrolled yet, if the seats are enough for all of them. */
export async function writeEnrolments(
  trx: Transaction<Database>,
  act: Act,
  { sessionId, seats }: SessionFacts,
  personIds: readonly string[],
): Promise<EnrolmentResult> {
  const enrolled = await listEnrolledIds(trx, sessionId);
  const added = personIds.filter((id) => !enrolled.has(id));
  const left = seats - enrolled.size;
  if (added.length > left) return { outcome: 'seats-lacking', left };
  if (added.length === 0) return { outcome: 'enrolled', added: 0 };
  for (const piece of inPieces(added))
    await trx
      .insertInto('enrolment')
      .columns(['session_id', 'person_id', 'enrolled_at', 'enrolled_by'])
      .expression(rowsOf(piece.map((personId) => [sessionId, personId, act.at, act.by])))
      .execute();
  await recordDeed(trx, act, {
    verb: 'training-session:enrol',
    subjectKind: 'training-session',
    subjectId: sessionId,
    detail: { added: added.length },
  });
  return { outcome: 'enrolled', added: added.length };
}
