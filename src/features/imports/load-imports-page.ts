import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { countBatches, listBatches, type ImportOutline } from './queries.ts';

export const IMPORTS_PER_PAGE = 25;

export interface ImportsPage {
  imports: ImportOutline[];
  count: number;
  pageNumber: number;
}

/** One page of the imports, the latest first. */
export async function loadImportsPage(db: Kysely<Database>, pageNumber: number): Promise<ImportsPage> {
  const count = await countBatches(db);
  const shown = (pageNumber - 1) * IMPORTS_PER_PAGE < count ? pageNumber : 1;
  const imports = await listBatches(db, IMPORTS_PER_PAGE, (shown - 1) * IMPORTS_PER_PAGE);
  return { imports, count, pageNumber: shown };
}
