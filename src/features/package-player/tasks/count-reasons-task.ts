import { packageCompletion, type ItemReason } from '#domain/packaging/package-completion.ts';
import { findPackageVersion } from '#features/packages/find-package-version.ts';
import type { Task } from '#platform/tasks/task.ts';
import { playedOrganization } from '../load-launch-plan.ts';
import { findLivePackage, listOutcomes, readObjectivesOf } from '../outcome-queries.ts';

export interface CountedReasons {
  /** Who opened the live edition: of somebody who does it again, the latest time. */
  opened: number;
  completed: number;
  /** How many people each reason holds for, by item. */
  items: { item: string; title: string; reasons: Partial<Record<ItemReason, number>> }[];
}

/** Why a package is complete or not, counted over those who opened it; null for a module that is no package. */
export const countReasonsTask: Task<{ slug: string }, CountedReasons | null> = {
  name: 'package-player/count-reasons',
  lane: 'figures',
  async run({ slug }, context) {
    const reader = context.keep('package-player: reader', () => context.openReader());
    const live = await findLivePackage(reader, slug);
    const played = live && (await findPackageVersion(reader, live.versionId));
    if (!live || !played) return null;
    const { manifest, completionRule } = played;
    const organization = playedOrganization(manifest);
    const nothing = packageCompletion(manifest, completionRule, new Map(), new Set());
    const items = nothing.items.map(({ item, title }): CountedReasons['items'][number] => ({
      item,
      title,
      reasons: {},
    }));
    const counted: CountedReasons = { opened: 0, completed: 0, items };
    for await (const outcomes of listOutcomes(reader, live)) {
      const objectives =
        manifest.standard === 'scorm12' ? null : await readObjectivesOf(reader, outcomes, organization);
      for (const { attemptId, completedAt, states } of outcomes) {
        const verdict = packageCompletion(manifest, completionRule, states, new Set(), objectives?.get(attemptId));
        counted.opened += 1;
        if (completedAt !== null || verdict.isComplete) counted.completed += 1;
        for (const [place, { reason }] of verdict.items.entries()) {
          const { reasons } = items[place]!;
          reasons[reason] = (reasons[reason] ?? 0) + 1;
        }
      }
    }
    return counted;
  },
};
