import type { Commit, ItemState } from '#domain/packaging/commit.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import { mergeCommit } from '#domain/packaging/merge-commits.ts';
import { commitOf } from './arbitrary-commits.ts';

export type Said = Partial<Commit>;

/** The states of items once each has said these things, one after the other. */
export function statesOf({ standard }: PackageManifest, said: Record<string, Said[]>): Map<string, ItemState> {
  return new Map(
    Object.entries(said).map(([name, commits]) => [
      name,
      commits.reduce<ItemState | null>(
        (state, commit, place) =>
          mergeCommit(standard, state, commitOf({ item: name, sequence: place + 1, ...commit })),
        null,
      )!,
    ]),
  );
}
