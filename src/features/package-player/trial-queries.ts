import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';

/** The address of a person's own dry run; null when it is not there, not theirs, or over. */
export async function findTrialAddress(
  db: Kysely<Database>,
  { trialId, personId, deliveryId, now }: { trialId: string; personId: string; deliveryId: string; now: Instant },
  packagesOrigin: string,
): Promise<{ origin: string; address: string } | null> {
  const row = await db
    .selectFrom('package_trial')
    .where('id', '=', trialId)
    .where('person_id', '=', personId)
    .where('delivery_id', '=', deliveryId)
    .where('expires_at', '>', now)
    .select(['host_label', 'token'])
    .executeTakeFirst();
  if (!row) return null;
  const origin = packagesOrigin.replace('*', row.host_label);
  return { origin, address: `${origin}/${row.token}/` };
}

/** The package of a dry run, for the packages' origin; null for any other address. */
export async function findServedTrial(
  db: Kysely<Database>,
  { hostLabel, token, now }: { hostLabel: string; token: string; now: Instant },
): Promise<{ deliveryId: string } | null> {
  const row = await db
    .selectFrom('package_trial')
    .where('token', '=', token)
    .where('host_label', '=', hostLabel)
    .where('expires_at', '>', now)
    .select('delivery_id')
    .executeTakeFirst();
  return row ? { deliveryId: row.delivery_id } : null;
}
