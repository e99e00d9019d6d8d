import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listUnknownNumbers, selectPeople, type GroupChange } from './people-selection.ts';

const SHOWN_PEOPLE = 20;

/** What a change of many designations would do, before anything is written. */
export interface GroupPreview {
  /** Those whom the criteria find. */
  foundCount: number;
  /** Those of them for whom something changes. */
  changeCount: number;
  /** Some of the latter, by name. */
  sample: { hrNumber: string | null; familyName: string; givenName: string }[];
  unknownNumbers: string[];
}

/** Counts whom a change is about and for whom it changes something. */
export async function previewGroup(
  db: Kysely<Database>,
  programmeId: string,
  { selection, kind }: Pick<GroupChange, 'selection' | 'kind'>,
  today: CivilDate,
): Promise<GroupPreview> {
  const people = selectPeople(db, { selection, programmeId, today }).as('found');
  const changes = kind === 'designate' ? sql<boolean>`open_id is null` : sql<boolean>`open_id is not null`;
  const counts = await db
    .selectFrom(people)
    .select((eb) => [eb.fn.countAll<number>().as('found'), sql<number>`ifnull(sum(${changes}), 0)`.as('changed')])
    .executeTakeFirstOrThrow();
  const sample = await db
    .selectFrom(people)
    .where(changes)
    .select(['hr_number', 'family_name', 'given_name'])
    .orderBy(sql`folded(family_name)`)
    .orderBy(sql`folded(given_name)`)
    .orderBy('found.id')
    .limit(SHOWN_PEOPLE)
    .execute();
  return {
    foundCount: counts.found,
    changeCount: counts.changed,
    sample: sample.map((row) => ({
      hrNumber: row.hr_number,
      familyName: row.family_name,
      givenName: row.given_name,
    })),
    unknownNumbers: selection.numbers ? await listUnknownNumbers(db, selection.numbers) : [],
  };
}
