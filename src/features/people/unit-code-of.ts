import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { unitFinder } from '#domain/organisation/unit-finder.ts';
import { listUnitsCalled } from './queries.ts';

/**
 * The code of the unit that somebody means: by its code whatever its case, or by its name when one open unit alone has it. The
 * text as it is when no unit is meant, or more than one: what asks for a unit then says that it has none.
 */
export async function unitCodeOf(db: Kysely<Database>, text: string): Promise<string> {
  const asked = text.trim();
  const units = asked === '' ? [] : await listUnitsCalled(db, asked);
  if (units.some(({ code }) => code === asked)) return asked;
  const found = unitFinder(units)(asked);
  return 'unit' in found ? found.unit.code : asked;
}
