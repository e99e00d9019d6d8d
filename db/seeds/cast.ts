import type { Role } from '#domain/identity/roles.ts';

/** Somebody of the demonstration who can sign in; tests use them too. */
export interface CastMember {
  personId: string;
  hrNumber: string;
  givenName: string;
  familyName: string;
  username: string;
  status: 'military' | 'civilian';
  unitCode: string;
  role: Role;
  /** What they come to do, as the sign-in page says it. */
  purpose: string;
}

/** The password of every demonstration account. */
export const DEMONSTRATION_PASSWORD = 'reperes-demo';

export const amina: CastMember = {
  personId: '00000000-0000-4000-8000-000000000001',
  hrNumber: 'D-000001',
  givenName: 'Amina',
  familyName: 'Bensaïd',
  username: 'apprenant',
  status: 'military',
  unitCode: 'FM-11',
  role: 'learner',
  purpose: 'suit les modules',
};

export const bruno: CastMember = {
  personId: '00000000-0000-4000-8000-000000000002',
  hrNumber: 'D-000002',
  givenName: 'Bruno',
  familyName: 'Le Goff',
  username: 'formateur',
  status: 'civilian',
  unitCode: 'SE-11',
  role: 'trainer',
  purpose: 'écrit et publie les modules',
};

export const chloe: CastMember = {
  personId: '00000000-0000-4000-8000-000000000003',
  hrNumber: 'D-000003',
  givenName: 'Chloé',
  familyName: 'd’Arcy-Martel',
  username: 'responsable',
  status: 'military',
  unitCode: 'FM',
  role: 'manager',
  purpose: 'suit l’avancement de son unité',
};

export const driss: CastMember = {
  personId: '00000000-0000-4000-8000-000000000004',
  hrNumber: 'D-000004',
  givenName: 'Driss',
  familyName: 'Haddad',
  username: 'administrateur',
  status: 'civilian',
  unitCode: 'ORG',
  role: 'administrator',
  purpose: 'administre l’installation et voit toutes les unités',
};

export const CAST: readonly CastMember[] = [amina, bruno, chloe, driss];
