import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { addDuration, minutes } from '#domain/time/instant.ts';
import { findDelivery } from '#features/packages/queries.ts';
import { learnerOf } from '#features/learning/learner-of.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { unguessableName } from './unguessable-name.ts';

/** How long a dry run is served. */
const TRIAL_LIFE = minutes(30);

export type OpenTrialResult = { outcome: 'opened'; trialId: string } | { outcome: 'no-such-delivery' };

/** Opens a dry run of a package: it plays on an origin of its own, and nothing that it says is kept. */
export async function openTrial(
  db: Kysely<Database>,
  act: Act,
  { deliveryId }: { deliveryId: string },
): Promise<OpenTrialResult> {
  return inTransaction(db, async (trx) => {
    if (!(await findDelivery(trx, deliveryId))) return { outcome: 'no-such-delivery' };
    await trx.deleteFrom('package_trial').where('expires_at', '<', act.at).execute();
    const trialId = newId();
    await trx
      .insertInto('package_trial')
      .values({
        id: trialId,
        delivery_id: deliveryId,
        person_id: learnerOf(act),
        host_label: unguessableName(),
        token: unguessableName(),
        expires_at: addDuration(act.at, TRIAL_LIFE),
      })
      .execute();
    return { outcome: 'opened', trialId };
  });
}
