import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { countDeeds, listDeeds, type DeedLine } from './queries.ts';
import { verbInFrench } from './verbs.ts';

export const DEEDS_PER_PAGE = 100;

export interface JournalPage {
  deeds: (DeedLine & { what: string })[];
  count: number;
  pageNumber: number;
}

/** One page of the journal, the newest deeds first. */
export async function loadJournalPage(db: Kysely<Database>, pageNumber: number): Promise<JournalPage> {
  const count = await countDeeds(db);
  const deeds = await listDeeds(db, { limit: DEEDS_PER_PAGE, offset: (pageNumber - 1) * DEEDS_PER_PAGE });
  return {
    deeds: deeds.map((deed) => ({ ...deed, what: verbInFrench(deed.verb) })),
    count,
    pageNumber,
  };
}
