import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Situation } from './situation.ts';

/** The version of a module that somebody completed. */
export interface CompletedVersion {
  code: string;
  edition: number;
  revision: number;
  /** A later edition was live on the day. */
  isEarlier: boolean;
}

/** The latest version of each required module that these people had completed by the day, among the editions that count. */
export async function listCompletedVersions(
  db: Kysely<Database>,
  { day, modules }: Situation,
  personIds: readonly string[],
): Promise<Map<string, CompletedVersion[]>> {
  const asked = JSON.stringify(modules.map(({ moduleId, requiredEdition }) => [moduleId, requiredEdition]));
  const { rows } = await sql<{ person_id: string; module_id: string; edition: number; revision: number }>`
    select completion.person_id, completion.module_id, max(completion.edition) as edition, module_version.revision
    from json_each(${JSON.stringify(personIds)}) as person
      cross join json_each(${asked}) as module
      cross join completion on completion.person_id = person.value and completion.module_id = module.value ->> 0
        and completion.edition >= module.value ->> 1
      join module_version on module_version.id = completion.version_id
    where +completed_on <= ${day}
    group by completion.person_id, module.key
    order by module.key`.execute(db);
  const asModules = new Map(modules.map((module) => [module.moduleId, module]));
  return groupedByPerson(rows, ({ module_id, edition, revision }) => {
    const { code, liveEdition } = asModules.get(module_id)!;
    return { code, edition, revision, isEarlier: edition < liveEdition };
  });
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
