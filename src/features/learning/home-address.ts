import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor, Role } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { loadParcoursPage } from './load-parcours-page.ts';

/** Where a person's work is: the module they are in, what they have to learn, then what their role is for. */
export async function homeAddress(db: Kysely<Database>, actor: Actor, today: CivilDate): Promise<string> {
  const { programmes } = await loadParcoursPage(db, actor.personId, today);
  const toDo = programmes.filter(({ state }) => state === 'to-do');
  const inProgress = toDo.flatMap(({ modules }) => modules).find(({ standing }) => standing.state === 'in-progress');
  if (inProgress) return inProgress.href;
  if (toDo.length > 0) return '/parcours';
  const holds = (role: Role) => actor.roles.some((grant) => grant.role === role);
  if (holds('manager')) return '/suivi';
  if (holds('administrator')) return '/administration';
  if (holds('trainer')) return '/atelier';
  return '/parcours';
}
