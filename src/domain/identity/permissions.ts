import { ROLES, type Actor, type Role } from './roles.ts';

/** Who may do what, in one screen. A manager's scope (which units) is applied by the query that loads the rows. */
export const PERMISSIONS = {
  'account:own': ROLES,
  'module:follow': ROLES,
  'attestation:own': ROLES,
  'draft:read': ['trainer', 'administrator'],
  'package:publish': ['trainer', 'administrator'],
  // What people did inside a module, counted and never by name: a trace, which is for its trainers.
  'trace:summary': ['trainer'],
  // Who asks for an interview is known to trainers alone: not even to administrators.
  'interview:hold': ['trainer'],
  'follow-up:read': ['manager', 'administrator'],
  'follow-up:export': ['manager', 'administrator'],
  'reminder:send': ['manager', 'administrator'],
  // The schedule writes to everybody a programme concerns.
  'reminder:schedule': ['administrator'],
  'people:read': ['administrator'],
  'people:edit': ['administrator'],
  'people:import': ['administrator'],
  'programme:edit': ['administrator'],
  // A manager's proposals, and the absences of their people; scoped by the query, as the follow-up is.
  'obligation:propose': ['manager', 'administrator'],
  'obligation:decide': ['administrator'],
  'follow-up:delegate': ['manager', 'administrator'],
  'journal:read': ['administrator'],
  // Whoever holds a session sees who attended it: a trace that managers never see.
  'training-session:run': ['trainer', 'administrator'],
  'meeting:record': ['trainer', 'administrator'],
  'house:edit': ['administrator'],
  'review:read': ['administrator'],
} as const satisfies Record<`${string}:${string}`, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** True when one of the actor's roles carries the permission. */
export function hasPermission(actor: Actor, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return actor.roles.some((grant) => roles.includes(grant.role));
}
