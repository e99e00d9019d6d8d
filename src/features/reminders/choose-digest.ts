import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';

/** Says whether a person wants the weekly digest; saying it again changes nothing. */
export async function chooseDigest(
  db: Kysely<Database>,
  act: Act & { by: string },
  { isWanted }: { isWanted: boolean },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('digest_refusal').where('person_id', '=', act.by).execute();
    if (!isWanted) await trx.insertInto('digest_refusal').values({ person_id: act.by, refused_at: act.at }).execute();
  });
}
