import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { requiredEdition, type EditionFact } from '#domain/obligation/obligation-state.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { AskedModule, Programme } from './situation.ts';

/** Every programme, the nearest deadline first. */
export async function listProgrammes(db: Kysely<Database>): Promise<Programme[]> {
  const rows = await db
    .selectFrom('programme')
    .select(['id', 'slug', 'name', 'opens_on', 'deadline', 'grace_days', 'counts_from', 'closed_on'])
    .orderBy('deadline')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    programmeId: row.id,
    slug: row.slug,
    name: row.name,
    opensOn: row.opens_on as CivilDate,
    deadline: row.deadline as CivilDate,
    graceDays: row.grace_days,
    countsFrom: row.counts_from as CivilDate | null,
    closedOn: row.closed_on as CivilDate | null,
  }));
}

/** The modules a programme requires, with the editions that count and that were live on a day. */
export async function listAskedModules(
  db: Kysely<Database>,
  programmeId: string,
  day: CivilDate,
): Promise<AskedModule[]> {
  const rows = await db
    .selectFrom('programme_module')
    .innerJoin('module', 'module.id', 'programme_module.module_id')
    .leftJoin('module_version', 'module_version.module_id', 'module.id')
    .where('programme_module.programme_id', '=', programmeId)
    .select(['module.id', 'module.code', 'edition', 'redo_from_date', 'published_at'])
    .orderBy('programme_module.position')
    .execute();
  const redos = rows.flatMap(({ id, edition, redo_from_date: on }): EditionFact[] =>
    edition !== null && on !== null ? [{ moduleId: id, edition, on: on as CivilDate }] : [],
  );
  const published = rows.filter((row) => row.published_at !== null && civilDateOf(row.published_at as Instant) <= day);
  return [...new Map(rows.map((row) => [row.id, row.code]))].map(([moduleId, code]) => ({
    moduleId,
    code,
    requiredEdition: requiredEdition(day, { redos }, moduleId),
    liveEdition: Math.max(0, ...published.filter((row) => row.id === moduleId).map((row) => row.edition ?? 0)),
  }));
}

/** The modules a programme requires, in their order. */
export async function listProgrammeModuleIds(db: Kysely<Database>, programmeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programme_module')
    .where('programme_id', '=', programmeId)
    .select('module_id')
    .orderBy('position')
    .execute();
  return rows.map((row) => row.module_id);
}
