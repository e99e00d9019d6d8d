import { resolve } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { helpFiles, loadHelp } from '#features/help/load-help.ts';
import type { DeliveryNeeds } from './deliver-module.ts';

/** What delivering needs of an installation: the program runs from its own folder, where it was built. */
export function deliveryNeeds(db: Kysely<Database>, { dataFolder }: { dataFolder: string }): DeliveryNeeds {
  return { db, clientFolder: resolve('dist/livraison'), help: loadHelp(helpFiles({ dataFolder })) };
}
