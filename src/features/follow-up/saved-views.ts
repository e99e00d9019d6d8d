import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { localPath } from '#platform/http/local-path.ts';
import { newId } from '#platform/ids.ts';

export interface SavedView {
  viewId: string;
  name: string;
  address: string;
}

/** The views a person keeps, by name. Nobody else sees them. */
export async function listSavedViews(db: Kysely<Database>, personId: string): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .where('person_id', '=', personId)
    .selectAll()
    .orderBy('name')
    .execute();
  return rows.map(({ id, name, address }) => ({ viewId: id, name, address }));
}

/** The address of a view: a page of the follow-up and nothing else; null for any other. */
export function viewAddress(text: string): string | null {
  const path = localPath(text);
  return path !== null && /^\/suivi(\/|\?|$)/.test(path) ? path : null;
}

export type SaveViewResult = { outcome: 'saved' } | { outcome: 'no-view' } | { outcome: 'too-many' };

const MOST_VIEWS = 50;

/** Keeps a view under a name; the same name again replaces what it led to. */
export async function saveView(
  db: Kysely<Database>,
  act: Act & { by: string },
  { name, address }: { name: string; address: string },
): Promise<SaveViewResult> {
  const path = viewAddress(address);
  if (path === null) return { outcome: 'no-view' };
  return inTransaction(db, async (trx) => {
    const views = await listSavedViews(trx, act.by);
    if (views.length >= MOST_VIEWS && !views.some((view) => view.name === name)) return { outcome: 'too-many' };
    await trx
      .insertInto('saved_view')
      .values({ id: newId(), person_id: act.by, name, address: path, saved_at: act.at })
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'name']).doUpdateSet({ address: path, saved_at: act.at }),
      )
      .execute();
    return { outcome: 'saved' };
  });
}

/** Deletes a view of one's own; deleting it again changes nothing. */
export async function deleteView(db: Kysely<Database>, personId: string, viewId: string): Promise<void> {
  await inTransaction(db, (trx) =>
    trx.deleteFrom('saved_view').where('id', '=', viewId).where('person_id', '=', personId).execute(),
  );
}
