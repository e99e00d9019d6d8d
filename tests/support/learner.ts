import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { amina, type CastMember } from '#db/seeds/cast.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { createPerson } from '#features/people/create-person.ts';
import { createUnit } from '#features/people/create-unit.ts';

/** An act of a member of the cast at a time of 2026-11-23, « 10:05 » UTC for instance. */
export function actAt(time: string, member: CastMember = amina): Act {
  return { by: member.personId, at: parseInstant(`2026-11-23T${time}:00Z`), requestId: null };
}

/** The day of those acts. */
export const TODAY = civilDateOf(actAt('10:00').at);

/** Puts a member of the cast in the database, in their unit. */
export async function admit(db: Kysely<Database>, member: CastMember = amina): Promise<void> {
  const act: Act = { ...actAt('00:00'), by: null };
  await createUnit(db, act, { code: member.unitCode, name: member.unitCode, parentCode: null });
  await createPerson(db, act, { ...member, fromDate: civilDateOf(act.at) });
}
