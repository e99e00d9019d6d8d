import type { GlobalObjective } from './commit.ts';
import type { Item, RuleCondition, Sequencing, SequencingObjective, SequencingRule } from './manifest.ts';

/** What is known of global objectives, by identifier. */
export type KnownObjectives = ReadonlyMap<string, GlobalObjective>;

/** True, false, or not known, which its contrary is then as well. */
type Answer = boolean | null;

/**
 * Whether the package skips an item that was never opened, or something that holds it: a rule « skip » (SN 4.6) that holds by
 * what the item reads of global objectives. A lesson that a test before it made needless is such an item.
 */
export function isSkipped(path: readonly Item[], objectives: KnownObjectives): boolean {
  return path.some(({ sequencing }) =>
    sequencing?.preConditionRules.some((rule) => rule.action === 'skip' && holds(rule, sequencing, objectives)),
  );
}

function holds({ combination, conditions }: SequencingRule, sequencing: Sequencing, known: KnownObjectives): boolean {
  const answers = conditions.map((condition) => answerTo(condition, sequencing, known));
  if (answers.length === 0) return false;
  return combination === 'all' ? answers.every((one) => one === true) : answers.some((one) => one === true);
}

function answerTo(rule: RuleCondition, { objectives }: Sequencing, known: KnownObjectives): Answer {
  const objective = objectives.find(({ id, isPrimary }) =>
    rule.objective === null ? isPrimary : id === rule.objective,
  );
  const answer = plainAnswer(rule, objective ? readsOf(objective, known) : {});
  return answer === null || !rule.isNot ? answer : !answer;
}

type Reads = Partial<Pick<GlobalObjective, 'satisfied' | 'measure' | 'completed'>>;

/** Of an activity that was never attempted only what it reads of others is known. */
function plainAnswer({ condition, measureThreshold }: RuleCondition, { satisfied, measure, completed }: Reads): Answer {
  switch (condition) {
    case 'always':
      return true;
    case 'satisfied':
      return satisfied ?? null;
    case 'objectiveStatusKnown':
      return satisfied !== undefined && satisfied !== null;
    case 'objectiveMeasureKnown':
      return measure !== undefined && measure !== null;
    case 'objectiveMeasureGreaterThan':
      return measure === undefined || measure === null ? null : measure > (measureThreshold ?? 0);
    case 'objectiveMeasureLessThan':
      return measure === undefined || measure === null ? null : measure < (measureThreshold ?? 0);
    case 'completed':
      return completed ?? null;
    default:
      return false;
  }
}

function readsOf(
  { maps, satisfiedByMeasure, minNormalizedMeasure }: SequencingObjective,
  known: KnownObjectives,
): Reads {
  const read: Reads = {};
  for (const map of maps) {
    const objective = known.get(map.target);
    if (!objective) continue;
    if (map.readSatisfied) read.satisfied ??= objective.satisfied;
    if (map.readMeasure) read.measure ??= objective.measure;
    if (map.readCompletion) read.completed ??= objective.completed;
  }
  if (satisfiedByMeasure && read.measure !== undefined && read.measure !== null)
    read.satisfied = read.measure >= minNormalizedMeasure;
  return read;
}
