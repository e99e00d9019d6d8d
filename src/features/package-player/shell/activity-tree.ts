import type { Item, Organization, RuleCondition, Sequencing, SequencingObjective } from '#domain/packaging/manifest.ts';
import type { EngineSettings } from './run-time-2004.ts';

type Activity = NonNullable<NonNullable<EngineSettings>['activityTree']>;
type Settings = Omit<Activity, 'id' | 'title' | 'children'>;
type Objective = NonNullable<Activity['objectives']>[number];

/** The activity tree of an organisation in the words of the sequencing engine. */
export function activityTree(organization: Organization): Activity {
  return {
    id: organization.identifier,
    title: organization.title,
    ...(organization.sequencing ? settingsOf(organization.sequencing) : {}),
    children: organization.items.map(activityOf),
  };
}

function activityOf(item: Item): Activity {
  return {
    id: item.identifier,
    title: item.title,
    isVisible: item.isVisible,
    ...(item.sequencing ? settingsOf(item.sequencing) : {}),
    ...(item.completionThreshold
      ? {
          completionThreshold: {
            completedByMeasure: item.completionThreshold.completedByMeasure,
            minProgressMeasure: item.completionThreshold.minimumProgressMeasure,
            progressWeight: item.completionThreshold.progressWeight,
          },
        }
      : {}),
    hideLmsUi: item.hiddenControls,
    sharedDataMaps: item.sharedData.map(({ targetId, canRead, canWrite }) => ({
      targetID: targetId,
      readSharedData: canRead,
      writeSharedData: canWrite,
    })),
    children: item.children.map(activityOf),
  };
}

// The engine never delivers an activity with an absolute limit: `cmi.max_time_allowed` alone says it (facts: fault 1).
function settingsOf(sequencing: Sequencing): Settings {
  const { control, rollup, randomization, delivery, limits } = sequencing;
  const primary = sequencing.objectives.find(({ isPrimary }) => isPrimary);
  return {
    attemptLimit: limits.attempts,
    sequencingControls: {
      ...control,
      constrainChoice: sequencing.constrainChoice,
      preventActivation: sequencing.preventActivation,
      rollupObjectiveSatisfied: rollup.objectiveSatisfied,
      rollupProgressCompletion: rollup.progressCompletion,
      objectiveMeasureWeight: rollup.objectiveMeasureWeight,
      selectionTiming: randomization.selection,
      selectCount: randomization.selectCount,
      randomizationTiming: randomization.randomization,
      randomizeChildren: randomization.reorderChildren,
    } as NonNullable<Settings['sequencingControls']>,
    deliveryControls: {
      tracked: delivery.isTracked,
      completionSetByContent: delivery.completionSetByContent,
      objectiveSetByContent: delivery.objectiveSetByContent,
    },
    ...(primary ? { primaryObjective: objectiveOf(primary) } : {}),
    objectives: sequencing.objectives.filter(({ isPrimary }) => !isPrimary).map(objectiveOf),
    sequencingRules: {
      preConditionRules: sequencing.preConditionRules.map(ruleOf),
      exitConditionRules: sequencing.exitConditionRules.map(ruleOf),
      postConditionRules: sequencing.postConditionRules.map(ruleOf),
    } as NonNullable<Settings['sequencingRules']>,
    rollupRules: { rules: rollup.rules.map(rollupRuleOf) } as NonNullable<Settings['rollupRules']>,
    rollupConsiderations: {
      requiredForSatisfied: rollup.requiredForSatisfied,
      requiredForNotSatisfied: rollup.requiredForNotSatisfied,
      requiredForCompleted: rollup.requiredForCompleted,
      requiredForIncomplete: rollup.requiredForIncomplete,
      measureSatisfactionIfActive: rollup.measureSatisfactionIfActive,
    } as NonNullable<Settings['rollupConsiderations']>,
  };
}

function objectiveOf({
  id,
  isPrimary,
  satisfiedByMeasure,
  minNormalizedMeasure,
  maps,
}: SequencingObjective): Objective {
  return {
    objectiveID: id ?? '',
    isPrimary,
    satisfiedByMeasure,
    minNormalizedMeasure,
    mapInfo: maps.map((map) => ({
      targetObjectiveID: map.target,
      readSatisfiedStatus: map.readSatisfied,
      readNormalizedMeasure: map.readMeasure,
      writeSatisfiedStatus: map.writeSatisfied,
      writeNormalizedMeasure: map.writeMeasure,
      readRawScore: map.readRawScore,
      readMinScore: map.readMinScore,
      readMaxScore: map.readMaxScore,
      readCompletionStatus: map.readCompletion,
      readProgressMeasure: map.readProgress,
      writeRawScore: map.writeRawScore,
      writeMinScore: map.writeMinScore,
      writeMaxScore: map.writeMaxScore,
      writeCompletionStatus: map.writeCompletion,
      writeProgressMeasure: map.writeProgress,
    })),
  };
}

function ruleOf({ combination, conditions, action }: Sequencing['preConditionRules'][number]) {
  return { action, conditionCombination: combination, conditions: conditions.map(conditionOf) };
}

function conditionOf({ condition, isNot, objective, measureThreshold }: RuleCondition) {
  return {
    condition,
    operator: isNot ? 'not' : 'noOp',
    ...(objective === null ? {} : { referencedObjective: objective }),
    ...(measureThreshold === null ? {} : { parameters: { threshold: measureThreshold } }),
  };
}

/** What the engine calls some conditions of a roll-up otherwise than the specification does (facts: fault 5). */
const ROLLUP_CONDITIONS: Record<string, string> = { activityProgressKnown: 'progressKnown' };

function rollupRuleOf(rule: Sequencing['rollup']['rules'][number]) {
  return {
    action: rule.action,
    conditionCombination: rule.combination,
    consideration: rule.childActivitySet,
    minimumCount: rule.minimumCount,
    // A share in the manifest, a percentage for the engine.
    minimumPercent: rule.minimumPercent * 100,
    conditions: rule.conditions.map(({ condition, isNot }) => ({
      condition: ROLLUP_CONDITIONS[condition] ?? condition,
      operator: isNot ? 'not' : 'noOp',
    })),
  };
}
