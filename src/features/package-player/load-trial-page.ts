import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { findDelivery } from '#features/packages/queries.ts';
import { launchAddresses, playedItems } from './load-launch-plan.ts';
import { findTrialAddress } from './trial-queries.ts';

export interface TrialPage {
  deliveryId: string;
  title: string;
  /** Titles of the items that are tried, by identifier. */
  titles: Record<string, string>;
  frame: { origin: string; address: string } | null;
}

/** A dry run, or the button that begins one; null without such a package. */
export async function loadTrialPage(
  db: Kysely<Database>,
  personId: string,
  {
    deliveryId,
    trialId,
    now,
    packagesOrigin,
  }: { deliveryId: string; trialId: string; now: Instant; packagesOrigin: string },
): Promise<TrialPage | null> {
  const delivery = await findDelivery(db, deliveryId);
  if (!delivery) return null;
  const addresses = launchAddresses(delivery.manifest);
  const items = playedItems(delivery.manifest).filter(({ resource }) => resource !== null && addresses[resource]);
  return {
    deliveryId,
    title: delivery.title,
    titles: Object.fromEntries(items.map(({ identifier, title }) => [identifier, title])),
    frame: await findTrialAddress(db, { trialId, personId, deliveryId, now }, packagesOrigin),
  };
}
