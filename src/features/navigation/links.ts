import { hasPermission, type Permission } from '#domain/identity/permissions.ts';
import type { Actor } from '#domain/identity/roles.ts';

export type Section =
  'parcours' | 'recherche' | 'glossaire' | 'suivi' | 'seances' | 'atelier' | 'administration' | 'compte' | 'aide';

export interface NavigationLink {
  section: Section;
  label: string;
  href: string;
}

const LINKS: readonly (NavigationLink & { permission: Permission })[] = [
  { section: 'parcours', label: 'Mon parcours', href: '/parcours', permission: 'module:follow' },
  { section: 'recherche', label: 'Recherche', href: '/recherche', permission: 'module:follow' },
  { section: 'glossaire', label: 'Glossaire', href: '/glossaire', permission: 'module:follow' },
  { section: 'suivi', label: 'Suivi', href: '/suivi', permission: 'follow-up:read' },
  { section: 'seances', label: 'Séances', href: '/seances', permission: 'training-session:run' },
  { section: 'atelier', label: 'Atelier', href: '/atelier', permission: 'draft:read' },
  { section: 'administration', label: 'Administration', href: '/administration', permission: 'people:read' },
];

/** The sections that a person may open, in the order of the header. */
export function linksFor(actor: Actor | null): NavigationLink[] {
  if (!actor) return [];
  return LINKS.filter(({ permission }) => hasPermission(actor, permission));
}
