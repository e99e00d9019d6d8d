import { sql, type Kysely } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import { hrNumberOf } from '#domain/organisation/hr-number.ts';

/** Somebody that a search finds. */
export interface FoundPerson {
  personId: string;
  hrNumber: string | null;
  familyName: string;
  givenName: string;
  status: PersonStatus;
  rankGroup: string | null;
  job: string | null;
  /** Where they are, or were last. */
  unitName: string | null;
}

/** Those whose HR number, username or e-mail is that text. */
export async function findByKey(db: Kysely<Database>, text: string): Promise<FoundPerson[]> {
  const rows = await found(db)
    .where((eb) =>
      eb.or([
        eb('person.hr_number', '=', hrNumberOf(text)),
        eb('person.email', '=', text),
        eb('person.id', 'in', eb.selectFrom('account').where('username', '=', text).select('person_id')),
      ]),
    )
    .execute();
  return rows.map(toFound);
}

/** Those whose name may hold these words, by name. */
export async function* streamByName(db: Kysely<Database>, patterns: readonly string[]): AsyncGenerator<FoundPerson> {
  const name = sql<string>`person.family_name || ' ' || person.given_name`;
  const query = patterns.reduce(
    (narrowed, pattern) => narrowed.where(sql<boolean>`${name} like ${pattern}`),
    found(db).orderBy('person.family_name').orderBy('person.given_name').orderBy('person.id'),
  );
  for await (const row of query.stream()) yield toFound(row);
}

function found(db: Kysely<Database>) {
  return db
    .selectFrom('person')
    .select(['person.id', 'person.hr_number', 'family_name', 'given_name', 'status', 'rank_group', 'job'])
    .select((eb) =>
      eb
        .selectFrom('membership')
        .innerJoin('unit', 'unit.id', 'membership.unit_id')
        .whereRef('membership.person_id', '=', 'person.id')
        .orderBy('membership.from_date', 'desc')
        .limit(1)
        .select('unit.name')
        .as('unit_name'),
    );
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof found>['execute']>>[number];

function toFound(row: FoundRow): FoundPerson {
  return {
    personId: row.id,
    hrNumber: row.hr_number,
    familyName: row.family_name,
    givenName: row.given_name,
    status: row.status,
    rankGroup: row.rank_group,
    job: row.job,
    unitName: row.unit_name,
  };
}
