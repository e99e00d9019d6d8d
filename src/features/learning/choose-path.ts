import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { beginEdition } from './begin-module.ts';
import { findFollowed } from './followed-version.ts';
import { learnerOf } from './learner-of.ts';
import type { OtherPath } from './path-queries.ts';
import { ofWindow } from './window-queries.ts';

export type ChoosePathResult = { outcome: 'chosen' } | { outcome: 'no-such-module' };

/**
 * Keeps how a person follows a module: without its descriptions, by an interview, or in the ordinary way. No reason is
 * asked, no journal says it (DESIGN §8); the same choice again changes nothing, and an interview that was held stays held.
 */
export async function choosePath(
  db: Kysely<Database>,
  act: Act,
  { code, path }: { code: string; path: OtherPath | 'ordinary' },
): Promise<ChoosePathResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const followed = await findFollowed(trx, personId, { code, today: civilDateOf(act.at) });
    if (!followed) return { outcome: 'no-such-module' };
    const { moduleId, edition } = followed.version;
    const { window } = followed;
    // Begun when it is asked for: an interview that began and completed a module in one minute would be told by its dates.
    if (path === 'interview' && !followed.isBegun) await beginEdition(trx, act, followed);
    if (path === 'ordinary')
      await trx
        .deleteFrom('module_path')
        .where('person_id', '=', personId)
        .where('module_id', '=', moduleId)
        .where('edition', '=', edition)
        .where(ofWindow(window))
        .where('interviewed_at', 'is', null)
        .execute();
    else
      await trx
        .insertInto('module_path')
        .values({
          person_id: personId,
          module_id: moduleId,
          edition,
          window_from: window.from,
          path,
          chosen_at: act.at,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['person_id', 'module_id', 'edition', 'window_from'])
            .doUpdateSet({ path, chosen_at: act.at })
            .where('module_path.path', '!=', path)
            .where('module_path.interviewed_at', 'is', null),
        )
        .execute();
    return { outcome: 'chosen' };
  });
}
