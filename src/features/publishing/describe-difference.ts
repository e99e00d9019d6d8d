import type { ContentDifference } from './list-content-differences.ts';

/** How a folder differs from what is live, in a few words. */
export function describeDifference(kind: ContentDifference['kind'] | 'none'): string {
  switch (kind) {
    case 'none':
      return 'Identique';
    case 'new':
      return 'À publier';
    case 'changed':
      return 'Modifié';
    case 'removed':
      return 'Absent du dossier';
  }
}
