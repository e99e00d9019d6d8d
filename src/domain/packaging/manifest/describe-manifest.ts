import type { Item, PackageManifest, Sequencing } from '../manifest.ts';
import { startOf, type Start } from './check-start.ts';
import { itemsInOrder, launchedItems, playedOrganization, scosOf } from './walk-items.ts';

/** A part of sequencing that a course may use. */
export type SequencingUse =
  | 'forcedOrder'
  | 'rules'
  | 'exitRules'
  | 'rollup'
  | 'attemptLimits'
  | 'randomization'
  | 'globalObjectives'
  | 'sharedData'
  | 'hiddenControls'
  | 'constrainedChoice';

/** What a package holds, counted over the organisation that is played. */
export interface ManifestSummary {
  organizations: number;
  /** Headings left out. */
  items: number;
  headings: number;
  scos: number;
  assets: number;
  resources: number;
  depth: number;
  objectives: number;
  /** Identifiers of the objectives that several items, or several packages, may share. */
  globalObjectives: string[];
  /** Mastery scores of 1.2, 0 to 100, and minimum measures of 2004, -1 to 1, by item. */
  masteryScores: { item: string; title: string; score: number; isScaled: boolean }[];
  prerequisites: { item: string; title: string; script: string }[];
  sequencing: SequencingUse[];
  start: Start;
}

/** Counts what a package holds, for the pages that present it. */
export function describeManifest(manifest: PackageManifest): ManifestSummary {
  const organization = playedOrganization(manifest);
  const items = itemsInOrder(organization);
  const sequencings = [organization, ...items].flatMap(({ sequencing }) => sequencing ?? []);
  const objectives = sequencings.flatMap((sequencing) => sequencing.objectives);
  const headings = items.filter(({ children }) => children.length > 0).length;
  const scos = scosOf(manifest).length;
  return {
    organizations: manifest.organizations.length,
    items: items.length - headings,
    headings,
    scos,
    assets: launchedItems(manifest).length - scos,
    resources: manifest.resources.length,
    depth: depthOf(organization.items),
    objectives: objectives.length,
    globalObjectives: [...new Set(objectives.flatMap(({ maps }) => maps.map(({ target }) => target)))],
    masteryScores: items.flatMap(masteryOf),
    prerequisites: items.flatMap(({ identifier: item, title, prerequisites: script }) =>
      script === null ? [] : [{ item, title, script }],
    ),
    sequencing: usesOf(items, sequencings),
    start: manifest.standard === 'scorm12' ? 'choice' : startOf(organization),
  };
}

const depthOf = (items: readonly Item[]): number =>
  items.reduce((depth, { children }) => Math.max(depth, 1 + depthOf(children)), 0);

function masteryOf({ identifier: item, title, masteryScore, sequencing }: Item): ManifestSummary['masteryScores'] {
  if (masteryScore !== null) return [{ item, title, score: masteryScore, isScaled: false }];
  const primary = sequencing?.objectives.find(({ isPrimary }) => isPrimary);
  return primary?.satisfiedByMeasure ? [{ item, title, score: primary.minNormalizedMeasure, isScaled: true }] : [];
}

function usesOf(items: readonly Item[], sequencings: readonly Sequencing[]): SequencingUse[] {
  const some = (uses: (sequencing: Sequencing) => boolean): boolean => sequencings.some(uses);
  const uses: Record<SequencingUse, boolean> = {
    forcedOrder: some(({ control }) => control.forwardOnly || (control.flow && !control.choice)),
    rules: some(
      ({ preConditionRules, postConditionRules }) => preConditionRules.length + postConditionRules.length > 0,
    ),
    exitRules: some(({ exitConditionRules }) => exitConditionRules.length > 0),
    rollup: some(({ rollup }) => rollup.rules.length > 0),
    attemptLimits: some(({ limits }) => limits.attempts !== null || limits.absoluteDuration !== null),
    randomization: some(
      ({ randomization }) => randomization.selection !== 'never' || randomization.randomization !== 'never',
    ),
    globalObjectives: some(({ objectives }) => objectives.some(({ maps }) => maps.length > 0)),
    sharedData: items.some(({ sharedData }) => sharedData.length > 0),
    hiddenControls: items.some(({ hiddenControls }) => hiddenControls.length > 0),
    constrainedChoice: some(({ constrainChoice, preventActivation }) => constrainChoice || preventActivation),
  };
  return (Object.keys(uses) as SequencingUse[]).filter((use) => uses[use]);
}
