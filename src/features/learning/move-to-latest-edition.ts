import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { beginEdition } from './begin-module.ts';
import { findFollowed, type NotFollowing } from './followed-version.ts';
import { learnerOf } from './learner-of.ts';
import { windowOf } from './window-queries.ts';

export type MoveToLatestEditionResult =
  { outcome: 'moved' | 'already-latest'; edition: number } | Exclude<NotFollowing, { outcome: 'other-edition' }>;

/** Leaves the edition in progress for the live one, from its beginning; what was done in the old one stays recorded. */
export async function moveToLatestEdition(
  db: Kysely<Database>,
  act: Act,
  { code }: { code: string },
): Promise<MoveToLatestEditionResult> {
  const personId = learnerOf(act);
  const today = civilDateOf(act.at);
  return inTransaction(db, async (trx) => {
    const followed = await findFollowed(trx, personId, { code, today });
    const live = followed && (await findLiveVersion(trx, code));
    if (!live) return { outcome: 'no-such-module' };
    if (!followed.isBegun) return { outcome: 'not-begun' };
    if (followed.version.edition === live.edition) return { outcome: 'already-latest', edition: live.edition };
    await beginEdition(trx, act, { version: live, window: windowOf(followed.learner, live.edition, today) });
    return { outcome: 'moved', edition: live.edition };
  });
}
