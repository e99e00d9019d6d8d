import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, latestOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findSession, hasColumns, listEnrolledIds, listPresentIds, type SessionFacts } from './session-queries.ts';
import { sessionDays } from './session-days.ts';
import { resolveSettings, type SessionSettings, type SettingsRefusal } from './session-settings.ts';
import { sessionState } from './session-state.ts';

export type ChangeTrainingSessionResult =
  | { outcome: 'changed' | 'unchanged' | 'no-such-session' }
  /** Closed or cancelled: it stays as it was. */
  | { outcome: 'session-over' }
  | { outcome: 'seats-taken'; enrolled: number }
  /** Somebody attended it: it cannot be still to come. */
  | { outcome: 'attended-already' }
  | SettingsRefusal;

/** Changes when, where, by whom or for how many a session is held, until it is closed; the same again changes nothing. */
export async function changeTrainingSession(
  db: Kysely<Database>,
  act: Act,
  { sessionId, ...settings }: SessionSettings & { sessionId: string },
): Promise<ChangeTrainingSessionResult> {
  return inTransaction(db, async (trx) => {
    const today = civilDateOf(act.at);
    const session = await findSession(trx, sessionId);
    if (!session) return { outcome: 'no-such-session' };
    const state = sessionState(session, today);
    if (state === 'closed' || state === 'cancelled') return { outcome: 'session-over' };
    const enrolled = (await listEnrolledIds(trx, sessionId)).size;
    if (settings.seats < enrolled) return { outcome: 'seats-taken', enrolled };
    if (settings.heldOn > today && (await listPresentIds(trx, sessionId)).size > 0)
      return { outcome: 'attended-already' };
    const resolved = await resolveSettings(trx, settings, daysFor(session, today));
    if (resolved.outcome !== 'resolved') return resolved;
    if (await hasColumns(trx, sessionId, resolved.columns)) return { outcome: 'unchanged' };
    const isMoved =
      session.heldOn !== settings.heldOn || session.startsAt !== settings.startsAt || session.place !== settings.place;
    await trx
      .updateTable('training_session')
      .set({ ...resolved.columns, ...(isMoved && movedFrom(session, act)) })
      .where('id', '=', sessionId)
      .execute();
    await recordDeed(trx, act, {
      verb: 'training-session:change',
      subjectKind: 'training-session',
      subjectId: sessionId,
      detail: {
        on: settings.heldOn,
        module: settings.moduleCode,
        seats: settings.seats,
        ...(session.heldOn !== settings.heldOn && { from: session.heldOn }),
      },
    });
    return { outcome: 'changed' };
  });
}

/** An old session that nobody closed may keep its day. */
function daysFor({ heldOn }: SessionFacts, today: CivilDate) {
  const { first, last } = sessionDays(today);
  return { first: heldOn < first ? heldOn : first, last: latestOf(heldOn, last) };
}

/** What those enrolled are told of a move. */
function movedFrom({ heldOn, startsAt, place }: SessionFacts, act: Act) {
  return {
    moved_at: act.at,
    moved_from_date: heldOn,
    moved_from_starts_at: startsAt,
    moved_from_place: place,
  };
}
