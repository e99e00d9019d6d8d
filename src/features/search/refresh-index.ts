import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import { listLiveVersions } from '#features/publishing/versions.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findIndexFingerprint } from './queries.ts';
import { searchDocuments, type SearchDocument } from './search-documents.ts';

/** Raised when documents are made otherwise, or stored otherwise. */
const INDEX_VERSION = 1;

/**
 * Makes the index again when it was not made from what is live now: publishing need not know that there is one.
 * Returns whether it had to.
 */
export async function refreshIndex(db: Kysely<Database>): Promise<'current' | 'rebuilt'> {
  if (isMadeFrom(await findIndexFingerprint(db), await listLiveModules(db))) return 'current';
  return inTransaction(db, async (trx) => {
    const modules = await listLiveModules(trx);
    // Another request may have done it meanwhile.
    if (isMadeFrom(await findIndexFingerprint(trx), modules)) return 'current';
    await writeIndex(trx, searchDocuments(modules), fingerprintOf(modules));
    return 'rebuilt';
  });
}

async function listLiveModules(db: Kysely<Database>): Promise<CompiledModule[]> {
  return (await listLiveVersions(db)).map(({ module }) => module);
}

function isMadeFrom(fingerprint: string | null, modules: readonly CompiledModule[]): boolean {
  return fingerprint === fingerprintOf(modules);
}

const knownFingerprints = new WeakMap<CompiledModule, string>();

/** By content rather than by version: a version may be compiled again, and in development its files change under it. */
function fingerprintOf(modules: readonly CompiledModule[]): string {
  return digest([String(INDEX_VERSION), ...modules.map(moduleFingerprint)]);
}

function moduleFingerprint(module: CompiledModule): string {
  const known = knownFingerprints.get(module);
  if (known !== undefined) return known;
  const fingerprint = digest([JSON.stringify(searchDocuments([module]))]);
  knownFingerprints.set(module, fingerprint);
  return fingerprint;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

async function writeIndex(
  trx: Transaction<Database>,
  documents: readonly SearchDocument[],
  fingerprint: string,
): Promise<void> {
  await trx.deleteFrom('search_text').execute();
  for (const { moduleCode, ...document } of documents)
    await trx
      .insertInto('search_text')
      .values({ ...document, module_code: moduleCode })
      .execute();
  await trx
    .insertInto('search_state')
    .values({ id: 1, fingerprint })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ fingerprint }))
    .execute();
}
