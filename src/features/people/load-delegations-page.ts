import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { countDelegations, listDelegations, listOwnUnits, type Delegation } from './delegation-queries.ts';

export const DELEGATIONS_PER_PAGE = 25;

export interface DelegationsPage {
  delegations: Delegation[];
  count: number;
  pageNumber: number;
  /** The units that the actor may delegate; null for an administrator, who writes the code of any. */
  units: { code: string; name: string }[] | null;
  today: CivilDate;
}

/** The follow-ups that were delegated, those the actor may end. */
export async function loadDelegationsPage(
  db: Kysely<Database>,
  actor: Actor,
  { pageNumber, today }: { pageNumber: number; today: CivilDate },
): Promise<DelegationsPage> {
  const count = await countDelegations(db, actor);
  const shown = (pageNumber - 1) * DELEGATIONS_PER_PAGE < count ? pageNumber : 1;
  const page = { limit: DELEGATIONS_PER_PAGE, offset: (shown - 1) * DELEGATIONS_PER_PAGE };
  return {
    delegations: await listDelegations(db, actor, page),
    count,
    pageNumber: shown,
    units: actor.roles.some(({ role }) => role === 'administrator') ? null : await listOwnUnits(db, actor),
    today,
  };
}
