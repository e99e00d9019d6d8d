import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hiddenParts, SMALLEST_SHOWN_GROUP } from '#domain/agreement/small-groups.ts';
import { countedItems } from '#domain/packaging/counted-items.ts';
import type { ItemReason } from '#domain/packaging/package-completion.ts';
import { findPackageVersion } from '#features/packages/find-package-version.ts';
import { itemRules } from '#features/packages/sequencing-words.ts';
import { listReleases } from '#features/publishing/queries.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';
import { findLivePackage } from './outcome-queries.ts';
import { countReasonsTask, type CountedReasons } from './tasks/count-reasons-task.ts';
import { REASON_WORDS } from './words.ts';

export interface ReasonsPage {
  title: string;
  rule: 'all' | 'any';
  /** Null when so few opened it that one would recognise them. */
  opened: number | null;
  /** A figure, or that it is too small to be shown. */
  completed: string;
  items: { title: string; needs: string[]; lines: { words: string; count: string }[] }[];
}

/** Why a package is complete or not, for its trainers: what it asks, and how many people are where, never who. */
export async function loadReasonsPage(
  { db, tasks }: { db: Kysely<Database>; tasks: TaskRunner },
  slug: string,
): Promise<ReasonsPage | null> {
  const live = await findLivePackage(db, slug);
  const played = live && (await findPackageVersion(db, live.versionId));
  const counted = played && (await tasks.run(countReasonsTask, { slug }));
  if (!played || !counted) return null;
  const needs = new Map(countedItems(played.manifest).map(({ item }) => [item.identifier, itemRules(item)]));
  const isShown = counted.opened >= SMALLEST_SHOWN_GROUP;
  const [release] = await listReleases(db, slug);
  return {
    title: release!.title,
    rule: played.completionRule,
    opened: isShown ? counted.opened : null,
    completed: figures([counted.completed, counted.opened - counted.completed])[0]!,
    items: counted.items.map(({ item, title, reasons }) => ({
      title,
      needs: needs.get(item) ?? [],
      lines: isShown ? linesOf(reasons) : [],
    })),
  };
}

/** In the order of a course, from what was not opened to what is done. */
const ORDER: readonly ItemReason[] = [
  'not-opened',
  'in-progress',
  'progress-below',
  'score-below',
  'reported-failed',
  'opened',
  'ended-silently',
  'reported-completed',
  'progress-reached',
  'reported-passed',
  'score-reached',
  'skipped',
];

function linesOf(reasons: CountedReasons['items'][number]['reasons']): { words: string; count: string }[] {
  const found = ORDER.filter((reason) => (reasons[reason] ?? 0) > 0);
  const counts = figures(found.map((reason) => reasons[reason]!));
  return found.map((reason, place) => ({ words: REASON_WORDS[reason], count: counts[place]! }));
}

const FIGURE = new Intl.NumberFormat('fr-FR');

/** Groups that add up to a shown total: those too small, and those that would give them away, are not shown. */
function figures(counts: readonly number[]): string[] {
  const isHidden = hiddenParts(counts);
  return counts.map((count, place) =>
    isHidden[place] ? `moins de ${SMALLEST_SHOWN_GROUP}, ou non montré` : FIGURE.format(count),
  );
}
