export const ROLES = ['learner', 'trainer', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** A role somebody holds; `manager` is held over a unit and all below it. */
export interface RoleGrant {
  role: Role;
  unitId: string | null;
}

/** Who is acting: a signed-in person with their roles. */
export interface Actor {
  personId: string;
  givenName: string;
  familyName: string;
  roles: readonly RoleGrant[];
}

export const ROLE_NAMES: Record<Role, string> = {
  learner: 'Apprenant',
  trainer: 'Formateur',
  manager: 'Responsable',
  administrator: 'Administrateur',
};
