import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  countDeliveries,
  listDeliveries,
  listFileNames,
  listUses,
  type DeliveryOutline,
  type DeliveryUse,
} from './queries.ts';
import { listWaitingArchives, type WaitingArchive } from './waiting-archives.ts';

export const PACKAGES_PER_PAGE = 25;

export interface PackagesPage {
  deliveries: (DeliveryOutline & { uses: DeliveryUse[] })[];
  count: number;
  pageNumber: number;
  /** What lies in modules/; `isNamedAlike` when a package of that file name is here already. */
  waiting: (WaitingArchive & { isNamedAlike: boolean })[];
}

/** One page of the packages that were brought in, the latest first, and what waits in modules/. */
export async function loadPackagesPage(db: Kysely<Database>, pageNumber: number): Promise<PackagesPage> {
  const count = await countDeliveries(db);
  const shown = (pageNumber - 1) * PACKAGES_PER_PAGE < count ? pageNumber : 1;
  const deliveries = await listDeliveries(db, PACKAGES_PER_PAGE, (shown - 1) * PACKAGES_PER_PAGE);
  const uses = await listUses(
    db,
    deliveries.map(({ id }) => id),
  );
  const archives = await listWaitingArchives();
  const known = await listFileNames(
    db,
    archives.map(({ name }) => name),
  );
  return {
    deliveries: deliveries.map((delivery) => ({
      ...delivery,
      uses: uses.filter(({ deliveryId }) => deliveryId === delivery.id),
    })),
    count,
    pageNumber: shown,
    waiting: archives.map((archive) => ({ ...archive, isNamedAlike: known.has(archive.name) })),
  };
}
