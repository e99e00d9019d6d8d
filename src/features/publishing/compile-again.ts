import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { COMPILER_VERSION, compileModule } from '#domain/authoring/compile-module.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { listStaleVersions } from './queries.ts';
import { readStoredSources } from './stored-sources.ts';

/**
 * Compiles again, from their stored sources, the versions that an earlier compiler had compiled.
 * One that this compiler refuses keeps the blocks it has: what was published stays readable.
 * Returns how many were compiled again.
 */
export async function compileAgain(db: Kysely<Database>): Promise<number> {
  return inTransaction(db, async (trx) => {
    let count = 0;
    for (const { versionId, slug, sources: json } of await listStaleVersions(trx, COMPILER_VERSION)) {
      const { sources, context } = readStoredSources(slug, json);
      const { module } = compileModule(sources, context);
      if (!module) continue;
      await trx
        .updateTable('compiled_version')
        .set({ compiler_version: COMPILER_VERSION, compiled: JSON.stringify(module) })
        .where('version_id', '=', versionId)
        .execute();
      count += 1;
    }
    return count;
  });
}
