import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { findEditionVersion } from '#features/publishing/versions.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { completeEdition } from './complete-edition.ts';
import { findInterviewRequest, type EditionKey } from './path-queries.ts';
import { findWindow } from './window-queries.ts';

export type RecordInterviewResult =
  | { outcome: 'recorded' | 'already-recorded' }
  /** Nobody certifies an interview with themselves. */
  | { outcome: 'own-request' }
  /** Nobody asked for this interview, or they came back to the ordinary path. */
  | { outcome: 'no-such-request' };

/**
 * The interview was held: it gives the ordinary completion, written and journaled as if the person had finished alone, so that
 * nobody can tell (DESIGN §8). That a trainer held it is kept with the request, which is a trace.
 */
export async function recordInterview(db: Kysely<Database>, act: Act, key: EditionKey): Promise<RecordInterviewResult> {
  return inTransaction(db, async (trx) => {
    const request = await findInterviewRequest(trx, key);
    if (!request) return { outcome: 'no-such-request' };
    if (act.by === key.personId) return { outcome: 'own-request' };
    if (request.isHeld) return { outcome: 'already-recorded' };
    const version = await findEditionVersion(trx, key.moduleId, key.edition);
    if (!version) return { outcome: 'no-such-request' };
    await trx
      .updateTable('module_path')
      .set({ interviewed_at: act.at, interviewed_by: act.by })
      .where('person_id', '=', key.personId)
      .where('module_id', '=', key.moduleId)
      .where('edition', '=', key.edition)
      .where('window_from', '=', request.windowFrom)
      .execute();
    const window = await findWindow(trx, key, { today: civilDateOf(act.at), day: request.windowFrom });
    await completeEdition(trx, act, { version, window }, key.personId);
    return { outcome: 'recorded' };
  });
}
