import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { ModuleWindow } from '#domain/progress/module-window.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findFollowed, followedKey, type Followed } from './followed-version.ts';
import { learnerOf } from './learner-of.ts';
import { recordCompletionWhenDue } from './record-completion-when-due.ts';

export type BeginModuleResult =
  | {
      outcome: 'begun' | 'already-begun';
      moduleId: string;
      edition: number;
      versionId: string;
      /** The one it is followed in. */
      window: ModuleWindow;
    }
  | { outcome: 'no-such-module' };

/** Begins the edition that the person follows, or begins it again in a new window; one begun already stays as it is. */
export async function beginModule(
  db: Kysely<Database>,
  act: Act,
  { code }: { code: string },
): Promise<BeginModuleResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const followed = await findFollowed(trx, personId, { code, today: civilDateOf(act.at) });
    if (!followed) return { outcome: 'no-such-module' };
    const { version, window } = followed;
    const begun = { moduleId: version.moduleId, edition: version.edition, versionId: version.id, window };
    if (followed.isBegun) {
      // A correction may have taken away the one lesson that was missing.
      await recordCompletionWhenDue(trx, act, { ...followedKey(personId, followed), versionId: version.id });
      return { outcome: 'already-begun', ...begun };
    }
    await beginEdition(trx, act, followed);
    return { outcome: 'begun', ...begun };
  });
}

/** Writes that the person has begun this edition in that window, and moves their place there. */
export async function beginEdition(
  trx: Transaction<Database>,
  act: Act,
  { version, window }: Pick<Followed, 'version' | 'window'>,
): Promise<void> {
  const personId = learnerOf(act);
  const { id: versionId, moduleId, edition } = version;
  await trx
    .insertInto('begun')
    .values({
      person_id: personId,
      module_id: moduleId,
      edition,
      window_from: window.from,
      version_id: versionId,
      begun_at: act.at,
      begun_on: civilDateOf(act.at),
    })
    .execute();
  const place = { edition, lesson: null, anchor: null, moved_at: act.at };
  await trx
    .insertInto('place')
    .values({ person_id: personId, module_id: moduleId, ...place })
    .onConflict((conflict) => conflict.columns(['person_id', 'module_id']).doUpdateSet(place))
    .execute();
  await recordDeed(trx, act, {
    verb: 'module:begin',
    subjectKind: 'module',
    subjectId: moduleId,
    detail: { edition, version: versionId },
  });
}
