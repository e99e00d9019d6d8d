import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listUnitLines, type UnitLine } from './queries.ts';

export interface AdministrationPage {
  units: UnitLine[];
  peopleCount: number;
}

/** Every unit with its people and managers, on a day. */
export async function loadAdministrationPage(db: Kysely<Database>, on: CivilDate): Promise<AdministrationPage> {
  const units = await listUnitLines(db, on);
  return { units, peopleCount: units.reduce((total, unit) => total + unit.peopleCount, 0) };
}
