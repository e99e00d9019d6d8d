import type { ReleaseKind } from '#db/schema.ts';

/** Where a release stands among those of its module. */
export interface ReleaseNumber {
  edition: number;
  revision: number;
  kind: ReleaseKind;
}

/** The number of the next release: a correction is the next revision of the live edition, a material one opens the next edition. */
export function releaseNumber(
  latest: Pick<ReleaseNumber, 'edition' | 'revision'> | null,
  kind: ReleaseKind,
): ReleaseNumber {
  if (!latest) return { edition: 1, revision: 1, kind: 'material' };
  if (kind === 'correction') return { edition: latest.edition, revision: latest.revision + 1, kind };
  return { edition: latest.edition + 1, revision: 1, kind };
}
