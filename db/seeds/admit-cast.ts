import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { createPerson } from '#features/people/create-person.ts';
import { giveRole } from '#features/people/give-role.ts';
import { createAccount } from '#features/sign-in/create-account.ts';
import { CAST, DEMONSTRATION_PASSWORD, type CastMember } from './cast.ts';

const ARRIVAL = '2024-09-01' as CivilDate;

/** Adds the four persons who can sign in, with their accounts, roles and designations. */
export async function admitCast(trx: Transaction<Database>, act: Act, programme: string): Promise<void> {
  for (const member of CAST) await admitMember(trx, act, member, programme);
}

async function admitMember(trx: Transaction<Database>, act: Act, member: CastMember, programme: string): Promise<void> {
  const { personId } = member;
  await createPerson(trx, act, { ...member, email: `${member.username}@exemple.invalid`, fromDate: ARRIVAL });
  await createAccount(trx, act, {
    personId,
    username: member.username,
    password: DEMONSTRATION_PASSWORD,
    mustChangePassword: false,
  });
  await giveRole(trx, act, { personId, role: 'learner', unitCode: null });
  if (member.role !== 'learner')
    await giveRole(trx, act, {
      personId,
      role: member.role,
      unitCode: member.role === 'manager' ? member.unitCode : null,
    });
  if (member.role === 'learner' || member.role === 'trainer')
    await designatePerson(trx, act, { programme, personId, from: civilDateOf(act.at) });
}
