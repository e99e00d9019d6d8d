import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { sessionDays } from './session-days.ts';
import { resolveSettings, type SessionSettings, type SettingsRefusal } from './session-settings.ts';
import { findSession } from './session-queries.ts';

export type CreateTrainingSessionResult = { outcome: 'created' | 'already-created' } | SettingsRefusal;

/** Plans a session, or records one that was held; its id comes with the form, so that a form sent twice plans one. */
export async function createTrainingSession(
  db: Kysely<Database>,
  act: Act,
  { sessionId, ...settings }: SessionSettings & { sessionId: string },
): Promise<CreateTrainingSessionResult> {
  return inTransaction(db, async (trx) => {
    if (await findSession(trx, sessionId)) return { outcome: 'already-created' };
    const resolved = await resolveSettings(trx, settings, sessionDays(civilDateOf(act.at)));
    if (resolved.outcome !== 'resolved') return resolved;
    await trx
      .insertInto('training_session')
      .values({ id: sessionId, ...resolved.columns, created_at: act.at, created_by: act.by })
      .execute();
    await recordDeed(trx, act, {
      verb: 'training-session:create',
      subjectKind: 'training-session',
      subjectId: sessionId,
      detail: { on: settings.heldOn, module: settings.moduleCode, seats: settings.seats },
    });
    return { outcome: 'created' };
  });
}
