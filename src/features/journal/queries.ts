import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { listedValues } from '#platform/db/listed-rows.ts';

/** Which deeds are asked for; null where any will do. */
export interface DeedFilter {
  verbs: readonly string[] | null;
  /** Who did it, or whom it is about. */
  personIds: readonly string[] | null;
  from: Instant | null;
  /** The first instant that is too late. */
  before: Instant | null;
}

export interface DeedLine {
  id: string;
  at: Instant;
  verb: string;
  /** Who did it; null for the command line and what leaves by itself. */
  actor: string | null;
  subjectKind: string;
  subjectId: string;
  /** The name of what it is about; its id when it has none. */
  subject: string;
  detail: string;
}

/** The deeds asked for, the newest first or last, one page of them. */
export async function listDeeds(
  db: Kysely<Database>,
  filter: DeedFilter,
  { isOldestFirst, limit, offset }: { isOldestFirst: boolean; limit: number; offset: number },
): Promise<DeedLine[]> {
  const rows = await selectDeeds(db, filter, isOldestFirst).limit(limit).offset(offset).execute();
  return rows.map(toDeedLine);
}

/** All the deeds asked for, one after the other. */
export async function* streamDeeds(
  db: Kysely<Database>,
  filter: DeedFilter,
  isOldestFirst: boolean,
): AsyncGenerator<DeedLine> {
  for await (const row of selectDeeds(db, filter, isOldestFirst).stream()) yield toDeedLine(row);
}

function selectDeeds(db: Kysely<Database>, filter: DeedFilter, isOldestFirst: boolean) {
  const direction = isOldestFirst ? 'asc' : 'desc';
  return (
    narrowed(db.selectFrom('journal'), filter)
      .leftJoin('person as actor', 'actor.id', 'journal.actor_id')
      .select(['journal.id', 'journal.at', 'journal.verb', 'journal.subject_kind', 'journal.subject_id'])
      .select('journal.detail')
      .select(sql<string | null>`actor.given_name || ' ' || actor.family_name`.as('actor'))
      .select(subjectName.as('subject'))
      .orderBy('journal.at', direction)
      // Deeds of one instant stand in the order in which they were written.
      .orderBy(sql`journal.rowid`, direction)
  );
}

type DeedRow = Awaited<ReturnType<ReturnType<typeof selectDeeds>['execute']>>[number];

function toDeedLine(row: DeedRow): DeedLine {
  return {
    id: row.id,
    at: row.at as Instant,
    verb: row.verb,
    actor: row.actor,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subject: row.subject,
    detail: row.detail,
  };
}

/** Many ids are of no table in particular: the kind of the subject says which. */
const subjectName = sql<string>`ifnull(case journal.subject_kind
  when 'person' then (select given_name || ' ' || family_name from person where id = journal.subject_id)
  when 'unit' then (select name from unit where id = journal.subject_id)
  when 'programme' then (select name from programme where id = journal.subject_id)
  when 'module' then (select upper(code) || ', ' || slug from module where id = journal.subject_id)
  when 'package' then (select title from package_delivery where id = journal.subject_id)
  when 'import' then (select file_name from import_batch where id = journal.subject_id)
  when 'house' then (select name from house where id = journal.subject_id)
  when 'meeting' then (select 'Rencontre du ' || strftime('%d/%m/%Y', held_on) from meeting where id = journal.subject_id)
  when 'training-session' then
    (select 'Séance ' || upper(code) || ' du ' || strftime('%d/%m/%Y', held_on) from training_session join module on module.id = module_id
      where training_session.id = journal.subject_id)
  when 'installation' then 'Installation'
  end, journal.subject_id)`;

export async function countDeeds(db: Kysely<Database>, filter: DeedFilter): Promise<number> {
  const row = await narrowed(db.selectFrom('journal'), filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function narrowed<Row>(
  query: SelectQueryBuilder<Database, 'journal', Row>,
  { verbs, personIds, from, before }: DeedFilter,
) {
  return query
    .$if(verbs !== null, (some) => some.where('journal.verb', 'in', listedValues(verbs ?? [])))
    .$if(personIds !== null, (some) => {
      const ids = listedValues(personIds ?? []);
      return some.where((eb) => eb.or([eb('journal.actor_id', 'in', ids), eb('journal.subject_id', 'in', ids)]));
    })
    .$if(from !== null, (some) => some.where('journal.at', '>=', from!))
    .$if(before !== null, (some) => some.where('journal.at', '<', before!));
}

/** The names of what some details name by a code or an id, by it. */
export async function listDetailNames(
  db: Kysely<Database>,
  named: { units: readonly string[]; people: readonly string[] },
) {
  const asMap = (rows: readonly { key: string; name: string }[]) => new Map(rows.map(({ key, name }) => [key, name]));
  const programmes = await db.selectFrom('programme').select(['slug as key', 'name']).execute();
  const modules = await db
    .selectFrom('module')
    .select(['code as key', sql<string>`upper(code)`.as('name')])
    .execute();
  const units = await db
    .selectFrom('unit')
    .where('code', 'in', listedValues(named.units))
    .select(['code as key', 'name'])
    .execute();
  const people = await db
    .selectFrom('person')
    .where('id', 'in', listedValues(named.people))
    .select(['id as key', sql<string>`given_name || ' ' || family_name`.as('name')])
    .execute();
  return { programme: asMap(programmes), module: asMap(modules), unit: asMap(units), person: asMap(people) };
}
