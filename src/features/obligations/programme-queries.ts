import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** True when somebody was designated on a day before that one: what the programme asks has made figures. */
export async function hasBegunDesignations(
  db: Kysely<Database>,
  programmeId: string,
  day: CivilDate,
): Promise<boolean> {
  const row = await db
    .selectFrom('designation')
    .where('programme_id', '=', programmeId)
    .where('from_date', '<', day)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A module that a programme requires, or may. */
export interface OfferedModule {
  code: string;
  /** The name of its folder, by which it is published. */
  slug: string;
  title: string;
}

/** Every published module, by code. */
export async function listOfferedModules(db: Kysely<Database>): Promise<OfferedModule[]> {
  const rows = await db
    .selectFrom('module')
    .innerJoin('module_version', 'module_version.module_id', 'module.id')
    .select(['module.code', 'module.slug', 'title'])
    .orderBy(sql`length(module.code)`)
    .orderBy('module.code')
    .orderBy('edition')
    .orderBy('revision')
    .execute();
  return [...new Map(rows.map((row) => [row.code, row])).values()];
}

/** The modules that a programme requires, in their order. */
export async function listProgrammeModules(db: Kysely<Database>, programmeId: string): Promise<{ code: string }[]> {
  return db
    .selectFrom('programme_module')
    .innerJoin('module', 'module.id', 'module_id')
    .where('programme_id', '=', programmeId)
    .select('module.code')
    .orderBy('position')
    .execute();
}
