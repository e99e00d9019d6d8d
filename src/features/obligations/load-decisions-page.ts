import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { countWaitingDecisions, listWaitingDecisions, type PendingDecision } from './pending-queries.ts';

export const DECISIONS_PER_PAGE = 25;

export interface DecisionsPage {
  waiting: PendingDecision[];
  count: number;
  pageNumber: number;
}

/** One page of the decisions that wait for a second person, the oldest first. */
export async function loadDecisionsPage(db: Kysely<Database>, pageNumber: number): Promise<DecisionsPage> {
  const count = await countWaitingDecisions(db);
  const shown = (pageNumber - 1) * DECISIONS_PER_PAGE < count ? pageNumber : 1;
  const page = { limit: DECISIONS_PER_PAGE, offset: (shown - 1) * DECISIONS_PER_PAGE };
  return { waiting: await listWaitingDecisions(db, page), count, pageNumber: shown };
}
