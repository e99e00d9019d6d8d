import { sql, type Kysely } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listedValues } from '#platform/db/listed-rows.ts';
import type { Situation } from './situation.ts';

/** The version of a module that somebody completed. */
export interface CompletedVersion {
  code: string;
  edition: number;
  revision: number;
  /** A later edition was live on the day. */
  isEarlier: boolean;
  /** When it was done, by the completion that counted first; null for a module that is not looked at. */
  doneOn: CivilDate | null;
}

/** The latest version of each required module that these people had completed by the day, among the editions that count. */
export async function listCompletedVersions(
  db: Kysely<Database>,
  { day, modules, onlyModule, programme: { countsFrom } }: Situation,
  personIds: readonly string[],
): Promise<Map<string, CompletedVersion[]>> {
  const asked = JSON.stringify(modules.map(({ moduleId, requiredEdition }) => [moduleId, requiredEdition]));
  const { rows } = await sql<CompletedRow>`
    select completion.person_id, completion.module_id, max(completion.edition) as edition, module_version.revision,
      (select done_on from completion as first
        where first.person_id = completion.person_id and first.module_id = completion.module_id
          and first.edition >= module.value ->> 1 and +first.completed_on <= ${day}
          and first.completed_on >= ifnull(${countsFrom}, first.completed_on)
          and (first.withdrawn_on is null or first.withdrawn_on > ${day})
        order by first.completed_on, first.done_on limit 1) as done_on
    from json_each(${JSON.stringify(personIds)}) as person
      cross join json_each(${asked}) as module
      cross join completion on completion.person_id = person.value and completion.module_id = module.value ->> 0
        and completion.edition >= module.value ->> 1
      join module_version on module_version.id = completion.version_id
    where +completion.completed_on <= ${day} and (completion.withdrawn_on is null or completion.withdrawn_on > ${day})
    group by completion.person_id, module.key
    order by module.key`.execute(db);
  const asModules = new Map(modules.map((module) => [module.moduleId, module]));
  return groupedByPerson(rows, ({ module_id, edition, revision, done_on }) => {
    const { code, liveEdition } = asModules.get(module_id)!;
    const doneOn = onlyModule === null || onlyModule === code ? (done_on as CivilDate | null) : null;
    return { code, edition, revision, isEarlier: edition < liveEdition, doneOn };
  });
}

interface CompletedRow {
  person_id: string;
  module_id: string;
  edition: number;
  revision: number;
  done_on: string | null;
}

function groupedByPerson<Row extends { person_id: string }, Fact>(rows: Row[], toFact: (row: Row) => Fact) {
  const facts = new Map<string, Fact[]>();
  for (const row of rows) {
    const theirs = facts.get(row.person_id);
    if (theirs) theirs.push(toFact(row));
    else facts.set(row.person_id, [toFact(row)]);
  }
  return facts;
}

/** What a file says of a person, but for where they stand. */
export interface NamedPerson {
  personId: string;
  hrNumber: string | null;
  givenName: string;
  familyName: string;
  status: PersonStatus;
  rankGroup: string | null;
  job: string | null;
}

/** These people by id, with the status, category and job that they had on a day. */
export async function listNamed(
  db: Kysely<Database>,
  ids: readonly string[],
  day: CivilDate,
): Promise<Map<string, NamedPerson>> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('person_before as before', (join) =>
      join.onRef('before.person_id', '=', 'person.id').on('before.before_date', '=', (eb) =>
        eb
          .selectFrom('person_before as change')
          .whereRef('change.person_id', '=', 'person.id')
          .where('change.before_date', '>', day)
          .select((min) => min.fn.min('change.before_date').as('first')),
      ),
    )
    .where('person.id', 'in', listedValues(ids))
    .select(['person.id', 'hr_number', 'given_name', 'family_name'])
    .select([
      sql<PersonStatus>`iif(before.person_id is null, person.status, before.status)`.as('status'),
      sql<string | null>`iif(before.person_id is null, person.rank_group, before.rank_group)`.as('rank_group'),
      sql<string | null>`iif(before.person_id is null, person.job, before.job)`.as('job'),
    ])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        personId: row.id,
        hrNumber: row.hr_number,
        givenName: row.given_name,
        familyName: row.family_name,
        status: row.status,
        rankGroup: row.rank_group,
        job: row.job,
      },
    ]),
  );
}
