import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listHouses, type House } from './house-queries.ts';

/** What the lists of the session's form offer. */
export interface SessionChoices {
  modules: { code: string; title: string }[];
  houses: House[];
  trainers: { personId: string; name: string }[];
}

/** The modules that are published, the houses that are listed and the persons with the role of trainer. */
export async function loadSessionChoices(db: Kysely<Database>): Promise<SessionChoices> {
  const modules = await db
    .selectFrom('module')
    .select('code')
    .select(
      sql<
        string | null
      >`(select title from module_version where module_id = module.id order by edition desc, revision desc limit 1)`.as(
        'title',
      ),
    )
    .orderBy('code')
    .execute();
  const trainers = await db
    .selectFrom('person')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('role_grant')
          .whereRef('role_grant.person_id', '=', 'person.id')
          .where('role', '=', 'trainer')
          .select('role_grant.id'),
      ),
    )
    .select(['id', 'given_name', 'family_name'])
    .orderBy(sql`folded(family_name)`)
    .execute();
  return {
    modules: modules.flatMap(({ code, title }) => (title === null ? [] : [{ code, title }])),
    houses: await listHouses(db),
    trainers: trainers.map((row) => ({ personId: row.id, name: `${row.given_name} ${row.family_name}` })),
  };
}
