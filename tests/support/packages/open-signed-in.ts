import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { addDuration, hours } from '#domain/time/instant.ts';
import { openPackage, type OpenPackageResult } from '#features/package-player/open-package.ts';

/** Opens a package for the acting person, in a sign-in session that is theirs: with an account where they have none. */
export async function openSignedIn(
  db: Kysely<Database>,
  act: Act,
  { code, takeOver = false }: { code: string; takeOver?: boolean },
): Promise<OpenPackageResult> {
  const sessionHash = createHash('sha256').update(`session of ${act.by}`).digest('hex');
  const person = { person_id: act.by! };
  await db
    .insertInto('account')
    .values({
      ...person,
      username: act.by!,
      password_hash: 'none',
      password_changed_at: act.at,
      must_change_since: null,
      last_signed_in_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('sign_in_session')
    .values({
      id_hash: sessionHash,
      ...person,
      created_at: act.at,
      expires_at: addDuration(act.at, hours(12)),
      user_agent: '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return openPackage(db, act, { code, takeOver, sessionHash });
}
