import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { PROGRAMME } from '#db/seeds/build-demonstration.ts';
import { DEMONSTRATION_PASSWORD } from '#db/seeds/cast.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Role } from '#domain/identity/roles.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { createPerson } from '#features/people/create-person.ts';
import { giveRole } from '#features/people/give-role.ts';
import { createAccount } from '#features/sign-in/create-account.ts';
import { luciaOf } from '#features/sign-in/lucia.ts';
import { newId } from '#platform/ids.ts';
import { NOW } from './test-site.ts';

/** Somebody who can sign in, of the demonstration's cast or made by a test. */
export interface TestPerson {
  personId: string;
  givenName: string;
  familyName: string;
  username: string;
  unitCode: string;
}

const now = parseInstant(NOW);
const act: Act = { by: null, at: now, requestId: null };

/** A person of their own for one test, with an account (the demonstration's password) and a role; learners are designated. */
export async function admitTestPerson(
  db: Kysely<Database>,
  { role, unitCode }: { role: Role; unitCode: string },
): Promise<TestPerson> {
  const username = `essai-${newId().slice(0, 8)}`;
  const person = { givenName: 'Élodie', familyName: `Essai-${username.slice(-8)}`, username, unitCode };
  const created = await createPerson(db, act, {
    ...person,
    hrNumber: null,
    status: 'civilian',
    fromDate: civilDateOf(now),
  });
  if (created.outcome !== 'created') throw new Error(`the person was not created: ${created.outcome}`);
  const { personId } = created;
  await createAccount(db, act, { personId, username, password: DEMONSTRATION_PASSWORD, mustChangePassword: false });
  await giveRole(db, act, { personId, role, unitCode: role === 'manager' ? unitCode : null });
  if (role === 'learner') await designatePerson(db, act, { programme: PROGRAMME, personId, from: civilDateOf(now) });
  return { ...person, personId };
}

/** Opens a sign-in session as the product does; returns the secret that the browser keeps in its cookie. */
export async function openSignInSession(db: Kysely<Database>, personId: string): Promise<string> {
  const session = await luciaOf(db).createSession(personId, { idHash: '', createdAt: now, userAgent: 'essai' });
  return session.id;
}
