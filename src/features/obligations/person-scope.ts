import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listedValues } from '#platform/db/listed-rows.ts';

/** Somebody about whom the actor may decide or propose something. */
export interface PersonInScope {
  personId: string;
  hrNumber: string | null;
  givenName: string;
  familyName: string;
}

/**
 * The person of that id; null when there is none, or when they are in none of the actor's units on that day: nobody
 * learns which. An administrator has everybody.
 */
export async function findPersonInScope(
  db: Kysely<Database>,
  actor: Actor,
  personId: string,
  on: CivilDate,
): Promise<PersonInScope | null> {
  const isAdministrator = actor.roles.some(({ role }) => role === 'administrator');
  const managed = actor.roles.flatMap(({ role, unitId }) => (role === 'manager' && unitId !== null ? [unitId] : []));
  const row = await db
    .selectFrom('person')
    .where('person.id', '=', personId)
    .$if(!isAdministrator, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('membership')
            .innerJoin('unit_closure', 'descendant_id', 'unit_id')
            .whereRef('membership.person_id', '=', 'person.id')
            .where('membership.from_date', '<=', on)
            .where((eb) => eb.or([eb('membership.to_date', 'is', null), eb('membership.to_date', '>', on)]))
            .where('unit_closure.to_date', 'is', null)
            .where('ancestor_id', 'in', listedValues(managed))
            .select('membership.id'),
        ),
      ),
    )
    .select(['id', 'hr_number', 'given_name', 'family_name'])
    .executeTakeFirst();
  if (!row) return null;
  return { personId: row.id, hrNumber: row.hr_number, givenName: row.given_name, familyName: row.family_name };
}
