import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { PersonIdentity } from './correct-person.ts';
import {
  countNamesakes,
  findIdentity,
  findUsername,
  listMemberships,
  listRoles,
  type MembershipLine,
  type RoleLine,
} from './person-queries.ts';

export interface PersonPage {
  personId: string;
  identity: PersonIdentity;
  username: string | null;
  /** The latest first. */
  memberships: MembershipLine[];
  roles: RoleLine[];
  namesakeCount: number;
  today: CivilDate;
}

/** Who a person is and where they have been; null when there is none. */
export async function loadPersonPage(
  db: Kysely<Database>,
  personId: string,
  today: CivilDate,
): Promise<PersonPage | null> {
  const identity = await findIdentity(db, personId);
  if (!identity) return null;
  return {
    personId,
    identity,
    username: await findUsername(db, personId),
    memberships: await listMemberships(db, personId),
    roles: await listRoles(db, personId, today),
    namesakeCount: await countNamesakes(db, personId, identity),
    today,
  };
}
