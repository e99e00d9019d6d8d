import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hasPermission } from '#domain/identity/permissions.ts';
import type { Actor, Role } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { loadParcoursPage } from './load-parcours-page.ts';

/** Where a person's work is: what they have to learn first, then what their role is for. */
export async function homeAddress(db: Kysely<Database>, actor: Actor, today: CivilDate): Promise<string> {
  const { programmes } = await loadParcoursPage(db, actor.personId, today);
  if (programmes.some(({ isDone }) => !isDone)) return '/parcours';
  const holds = (role: Role) => actor.roles.some((grant) => grant.role === role);
  if (holds('manager') && hasPermission(actor, 'follow-up:read')) return '/suivi';
  if (holds('administrator')) return '/administration';
  if (holds('trainer')) return '/atelier';
  return '/parcours';
}
