import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { MembershipColumns } from '#domain/obligation/fact-columns.ts';
import { naturalOrder } from '#domain/organisation/natural-order.ts';
import { columnsOf, daysOf } from './day-columns.ts';
import { PeopleColumns } from './people-columns.ts';

export interface ListedUnit {
  unitId: string;
  code: string;
  name: string;
}

/** The people and units of the installation, by name; a person or a unit is a place in these lists. */
export interface OrganisationColumns {
  people: PeopleColumns;
  units: ListedUnit[];
  placeOfUnit: ReadonlyMap<string, number>;
  memberships: MembershipColumns;
  /** The different rank groups and jobs, past ones included, sorted. */
  rankGroups: string[];
  jobs: string[];
  /** Which unit stands just above which, from a day to a day. */
  placements: { unit: Int32Array; parent: Int32Array; from: Int32Array; to: Int32Array };
}

/** Reads the whole organisation: some 300,000 persons in about two seconds, in a worker. */
export async function loadOrganisation(db: Kysely<Database>): Promise<OrganisationColumns> {
  const people = await PeopleColumns.load(db);
  const units = await listUnits(db);
  const placeOfUnit = new Map(units.map(({ unitId }, place) => [unitId, place]));
  const memberships = db.selectFrom('membership').select(['person_id', 'unit_id', 'from_date', 'to_date']).stream();
  const placements = db
    .selectFrom('unit_closure')
    .where('depth', '=', 1)
    .select(['ancestor_id', 'descendant_id', 'from_date', 'to_date'])
    .stream();
  const [person, unit, from, to] = await columnsOf(4, memberships, (row) => [
    people.placeOf(row.person_id),
    placeOfUnit.get(row.unit_id)!,
    ...daysOf(row),
  ]);
  const [below, above, since, until] = await columnsOf(4, placements, (row) => [
    placeOfUnit.get(row.descendant_id)!,
    placeOfUnit.get(row.ancestor_id)!,
    ...daysOf(row),
  ]);
  return {
    people,
    rankGroups: sorted(people.wordsOf('rankGroup')),
    jobs: sorted(people.wordsOf('job')),
    units,
    placeOfUnit,
    memberships: { person: person!, unit: unit!, from: from!, to: to! },
    placements: { unit: below!, parent: above!, from: since!, to: until! },
  };
}

async function listUnits(db: Kysely<Database>): Promise<ListedUnit[]> {
  const rows = await db.selectFrom('unit').select(['id', 'code', 'name']).execute();
  const units = rows.map(({ id, code, name }) => ({ unitId: id, code, name }));
  return units.sort((one, other) => naturalOrder(one.name, other.name) || naturalOrder(one.code, other.code));
}

function sorted(words: readonly (string | null)[]): string[] {
  return words.filter((word) => word !== null).sort(naturalOrder);
}
