import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { completeModule, type StoredModule } from '#domain/module/complete-module.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

/** A version as it is stored, without its content; nothing of it ever changes. */
export interface VersionRecord {
  id: string;
  moduleId: string;
  slug: string;
  code: string;
  edition: number;
  revision: number;
  publishedAt: Instant;
  note: string;
}

const isLive = sql<number>`not exists (
  select 1 from module_version as later
  where later.module_id = module_version.module_id
    and (later.edition, later.revision) > (module_version.edition, module_version.revision))`;

export async function findVersionRecord(db: Kysely<Database>, versionId: string): Promise<VersionRecord | null> {
  const row = await db
    .selectFrom('module_version')
    .innerJoin('module', 'module.id', 'module_version.module_id')
    .where('module_version.id', '=', versionId)
    .select(['module_version.id', 'module_version.module_id', 'module.slug', 'module.code'])
    .select(['module_version.edition', 'module_version.revision', 'module_version.published_at', 'module_version.note'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    moduleId: row.module_id,
    slug: row.slug,
    code: row.code,
    edition: row.edition,
    revision: row.revision,
    publishedAt: row.published_at as Instant,
    note: row.note,
  };
}

/** The live version of a module, by the code of its addresses. */
export async function findLiveVersionId(db: Kysely<Database>, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('module_version')
    .where('module_id', '=', (eb) => eb.selectFrom('module').where('code', '=', code).select('id'))
    .select('id')
    .orderBy('edition', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The latest revision of an edition. */
export async function findEditionVersionId(
  db: Kysely<Database>,
  moduleId: string,
  edition: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('module_version')
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .select('id')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The live version of each module, by code: `m2` before `m10`. */
export async function listLiveVersionIds(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('module_version')
    .innerJoin('module', 'module.id', 'module_version.module_id')
    .where(isLive, '=', 1)
    .select(['module_version.id', 'module.code'])
    .execute();
  const byNumber = new Intl.Collator('fr', { numeric: true });
  return rows.sort((one, other) => byNumber.compare(one.code, other.code)).map(({ id }) => id);
}

/** What the compiler made of a version; start-up keeps it in step with the compiler. */
export async function getCompiledModule(db: Kysely<Database>, versionId: string): Promise<CompiledModule> {
  const row = await db
    .selectFrom('compiled_version')
    .where('version_id', '=', versionId)
    .select('compiled')
    .executeTakeFirstOrThrow();
  return completeModule(JSON.parse(row.compiled) as StoredModule);
}

export interface LatestRelease {
  edition: number;
  revision: number;
  hash: string;
}

/** The live release of a module; null when nothing of it was published. */
export async function findLatestRelease(db: Kysely<Database>, moduleId: string): Promise<LatestRelease | null> {
  const row = await db
    .selectFrom('module_version')
    .where('module_id', '=', moduleId)
    .select(['edition', 'revision', 'hash'])
    .orderBy('edition', 'desc')
    .orderBy('revision', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

export interface ModuleRecord {
  id: string;
  slug: string;
  code: string;
  /** A package that others delivered: it has no folder. */
  isPackage: boolean;
}

export async function findModuleBySlug(db: Kysely<Database>, slug: string): Promise<ModuleRecord | null> {
  return findModule(db, 'slug', slug);
}

export async function findModuleByCode(db: Kysely<Database>, code: string): Promise<ModuleRecord | null> {
  return findModule(db, 'code', code);
}

async function findModule(db: Kysely<Database>, by: 'slug' | 'code', value: string): Promise<ModuleRecord | null> {
  const row = await db
    .selectFrom('module')
    .where(by, '=', value)
    .select(['id', 'slug', 'code', 'is_package'])
    .executeTakeFirst();
  return row ? { id: row.id, slug: row.slug, code: row.code, isPackage: row.is_package === 1 } : null;
}

/** The hash of what is live of each module that has a folder, by the name of it. */
export async function listLiveHashes(db: Kysely<Database>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('module_version')
    .innerJoin('module', 'module.id', 'module_version.module_id')
    .where(isLive, '=', 1)
    .where('module.is_package', '=', 0)
    .select(['module.slug', 'module_version.hash'])
    .execute();
  return new Map(rows.map((row) => [row.slug, row.hash]));
}

export interface StaleVersion {
  versionId: string;
  slug: string;
  sources: string;
}

/** The versions that another compiler than this one has compiled; a package is not compiled. */
export async function listStaleVersions(db: Kysely<Database>, compilerVersion: number): Promise<StaleVersion[]> {
  const rows = await db
    .selectFrom('compiled_version')
    .innerJoin('module_version', 'module_version.id', 'compiled_version.version_id')
    .innerJoin('module', 'module.id', 'module_version.module_id')
    .where('compiled_version.compiler_version', '!=', compilerVersion)
    .where('module.is_package', '=', 0)
    .select(['compiled_version.version_id', 'module.slug', 'module_version.sources'])
    .execute();
  return rows.map((row) => ({ versionId: row.version_id, slug: row.slug, sources: row.sources }));
}

export interface FollowerCounts {
  inProgress: number;
  completed: number;
  /** Designated for a programme that requires the module, on the day given, and not begun. */
  toBegin: number;
}

/** How many people a release of a module concerns, whatever the edition they follow. */
export async function countFollowers(db: Kysely<Database>, slug: string, on: CivilDate): Promise<FollowerCounts> {
  const row = await db
    .selectFrom('begun')
    .innerJoin('module', 'module.id', 'begun.module_id')
    .leftJoin('completion', (join) =>
      join
        .onRef('completion.person_id', '=', 'begun.person_id')
        .onRef('completion.module_id', '=', 'begun.module_id')
        .on('completion.withdrawn_on', 'is', null),
    )
    .where('module.slug', '=', slug)
    .select((eb) => [
      eb.fn.count<number>('begun.person_id').distinct().as('begun'),
      eb.fn.count<number>('completion.person_id').distinct().as('completed'),
    ])
    .executeTakeFirstOrThrow();
  return {
    inProgress: row.begun - row.completed,
    completed: row.completed,
    toBegin: await countDesignatedToBegin(db, slug, on),
  };
}

async function countDesignatedToBegin(db: Kysely<Database>, slug: string, on: CivilDate): Promise<number> {
  const row = await db
    .selectFrom('designation')
    .innerJoin('programme_module', 'programme_module.programme_id', 'designation.programme_id')
    .innerJoin('module', 'module.id', 'programme_module.module_id')
    .where('module.slug', '=', slug)
    .where('designation.from_date', '<=', on)
    .where((eb) => eb.or([eb('designation.to_date', 'is', null), eb('designation.to_date', '>', on)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('begun')
            .select('begun.person_id')
            .whereRef('begun.person_id', '=', 'designation.person_id')
            .whereRef('begun.module_id', '=', 'module.id'),
        ),
      ),
    )
    .select((eb) => eb.fn.count<number>('designation.person_id').distinct().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface Release {
  code: string;
  edition: number;
  revision: number;
  kind: 'correction' | 'material';
  title: string;
  note: string;
  redoFrom: CivilDate | null;
  publishedAt: Instant;
  /** Null for the command line. */
  publishedBy: string | null;
}

/** The releases of a module, the live one first. */
export async function listReleases(db: Kysely<Database>, slug: string): Promise<Release[]> {
  const rows = await db
    .selectFrom('module_version')
    .innerJoin('module', 'module.id', 'module_version.module_id')
    .leftJoin('person', 'person.id', 'module_version.published_by')
    .where('module.slug', '=', slug)
    .select(['module.code', 'edition', 'revision', 'kind', 'title', 'note', 'redo_from_date', 'published_at'])
    .select(['person.given_name', 'person.family_name'])
    .orderBy('edition', 'desc')
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    edition: row.edition,
    revision: row.revision,
    kind: row.kind,
    title: row.title,
    note: row.note,
    redoFrom: row.redo_from_date as CivilDate | null,
    publishedAt: row.published_at as Instant,
    publishedBy: row.given_name === null ? null : `${row.given_name} ${row.family_name}`,
  }));
}

/** The sources of what is live of a module, as JSON; null when nothing of it was published, and for a package. */
export async function findLiveSources(db: Kysely<Database>, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('module_version')
    .innerJoin('module', 'module.id', 'module_version.module_id')
    .where('module.slug', '=', slug)
    .where(isLive, '=', 1)
    .where('module.is_package', '=', 0)
    .select('module_version.sources')
    .executeTakeFirst();
  return row?.sources ?? null;
}

export async function findMedia(db: Kysely<Database>, hash: string, extension: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('media')
    .where('hash', '=', hash)
    .where('extension', '=', extension)
    .select('bytes')
    .executeTakeFirst();
  return row?.bytes ?? null;
}
