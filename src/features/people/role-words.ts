import { ROLE_NAMES } from '#domain/identity/roles.ts';
import type { PersonLine } from './queries.ts';

/** « Responsable (1er régiment), Formateur »; blank for nobody in particular. */
export function roleWords(roles: PersonLine['roles']): string {
  return roles.map(({ role, unitName }) => ROLE_NAMES[role] + (unitName ? ` (${unitName})` : '')).join(', ');
}
