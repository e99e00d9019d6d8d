import { hasPermission } from '#domain/identity/permissions.ts';
import type { Actor } from '#domain/identity/roles.ts';

/** Where one delegates: in the administration, or beside the units one follows. */
export function delegationsAddress(actor: Actor, place: 'administration' | 'suivi'): string {
  return place === 'administration' && hasPermission(actor, 'people:read')
    ? '/administration/delegations'
    : '/suivi/delegations';
}
