/** Words that are addresses of the application: neither a module nor a lesson may be called so. */
export const RESERVED_NAMES: readonly string[] = [
  'nouveau',
  'evaluation',
  'aide',
  'connexion',
  'compte',
  'parcours',
  'modules',
  'suivi',
  'atelier',
  'administration',
  'attestations',
  'medias',
  'healthz',
];
