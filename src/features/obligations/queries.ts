import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

export async function findProgrammeId(db: Kysely<Database>, slug: string): Promise<string | null> {
  const row = await db.selectFrom('programme').where('slug', '=', slug).select('id').executeTakeFirst();
  return row?.id ?? null;
}

/** A programme as its own pages show it. */
export interface ProgrammeDetails {
  programmeId: string;
  slug: string;
  name: string;
  opensOn: CivilDate;
  deadline: CivilDate;
  year: number | null;
  graceDays: number;
  countsFrom: CivilDate | null;
  closedOn: CivilDate | null;
}

const PROGRAMME_COLUMNS = [
  'id',
  'slug',
  'name',
  'opens_on',
  'deadline',
  'year',
  'grace_days',
  'counts_from',
  'closed_on',
] as const;

interface ProgrammeRow {
  id: string;
  slug: string;
  name: string;
  opens_on: string;
  deadline: string;
  year: number | null;
  grace_days: number;
  counts_from: string | null;
  closed_on: string | null;
}

function toProgramme(row: ProgrammeRow): ProgrammeDetails {
  return {
    programmeId: row.id,
    slug: row.slug,
    name: row.name,
    opensOn: row.opens_on as CivilDate,
    deadline: row.deadline as CivilDate,
    year: row.year,
    graceDays: row.grace_days,
    countsFrom: row.counts_from as CivilDate | null,
    closedOn: row.closed_on as CivilDate | null,
  };
}

export async function findProgramme(db: Kysely<Database>, slug: string): Promise<ProgrammeDetails | null> {
  const row = await db
    .selectFrom('programme')
    .where('slug', '=', slug)
    .select([...PROGRAMME_COLUMNS])
    .executeTakeFirst();
  return row ? toProgramme(row) : null;
}

/** Every programme: the open ones first, the nearest deadline first. */
export async function listProgrammeDetails(db: Kysely<Database>): Promise<ProgrammeDetails[]> {
  const rows = await db
    .selectFrom('programme')
    .select([...PROGRAMME_COLUMNS])
    .orderBy((eb) => eb('closed_on', 'is not', null))
    .orderBy('deadline')
    .orderBy('name')
    .execute();
  return rows.map(toProgramme);
}

/** Module ids by code, for the codes that exist. */
export async function listModuleIds(db: Kysely<Database>, codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db.selectFrom('module').where('code', 'in', codes).select(['code', 'id']).execute();
  return new Map(rows.map((row) => [row.code, row.id]));
}

interface ProgrammeDay {
  programmeId: string;
  personId: string;
  day: CivilDate;
}

/** Of the designations that are not over on a day, or begin later, the one that lasts longest. */
export async function findRunningDesignation(
  db: Kysely<Database>,
  { programmeId, personId, day }: ProgrammeDay,
): Promise<{ to: CivilDate | null } | null> {
  const row = await db
    .selectFrom('designation')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', day)]))
    .select('to_date')
    .orderBy((eb) => eb('to_date', 'is', null), 'desc')
    .orderBy('to_date', 'desc')
    .executeTakeFirst();
  return row ? { to: row.to_date as CivilDate | null } : null;
}

export async function isExemptOn(db: Kysely<Database>, { programmeId, personId, day }: ProgrammeDay): Promise<boolean> {
  const row = await db
    .selectFrom('exemption')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('from_date', '<=', day)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', day)]))
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function isAbsentOn(db: Kysely<Database>, personId: string, day: CivilDate): Promise<boolean> {
  const row = await db
    .selectFrom('absence')
    .where('person_id', '=', personId)
    .where('from_date', '<=', day)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', day)]))
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}
