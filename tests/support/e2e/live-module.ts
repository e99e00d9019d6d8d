import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import { listLiveVersions } from '#features/publishing/versions.ts';

/** What is live of a module, its answer keys included: tests know what the browser must not. */
export async function liveModule(db: Kysely<Database>, code: string): Promise<CompiledModule> {
  const versions = await listLiveVersions(db);
  const version = versions.find((candidate) => candidate.code === code);
  if (!version) throw new Error(`nothing of ${code} is published`);
  return version.module;
}
