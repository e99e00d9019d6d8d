import type { Item, ObjectiveMap, Organization, Sequencing } from '#domain/packaging/manifest.ts';
import type { EngineActivity, EngineObjective, EngineObjectiveMap } from './run-time-2004.ts';
import { rollupRuleOf, ruleOf } from './engine-rules.ts';

/**
 * The activity tree of a course for the sequencing engine, with what the engine takes otherwise than the specification put
 * in its way. Its defaults are others, too: everything is said.
 */
export function activityTree({ identifier, title, items, sequencing }: Organization): EngineActivity {
  return { id: identifier, title, ...sequencingSettings(identifier, sequencing), children: items.map(activityOf) };
}

function activityOf(item: Item): EngineActivity {
  const { identifier, title, isVisible, children, sequencing, completionThreshold, hiddenControls } = item;
  return {
    id: identifier,
    title,
    isVisible,
    ...sequencingSettings(identifier, sequencing),
    hideLmsUi: hiddenControls,
    ...(completionThreshold && {
      completionThreshold: {
        completedByMeasure: completionThreshold.completedByMeasure,
        minProgressMeasure: completionThreshold.minimumProgressMeasure,
        progressWeight: completionThreshold.progressWeight,
      },
    }),
    sharedDataMaps: item.sharedData.map(({ targetId, canRead, canWrite }) => ({
      targetID: targetId,
      readSharedData: canRead,
      writeSharedData: canWrite,
    })),
    children: children.map(activityOf),
  };
}

/** What an activity without sequencing of its own has (SN 3.2). */
const WITHOUT_SEQUENCING: EngineActivity['sequencingControls'] = { choice: true, choiceExit: true, flow: false };

/**
 * `attemptAbsoluteDurationLimit` is left out: with it the engine never delivers an activity. The item learns it as
 * `cmi.max_time_allowed`.
 */
function sequencingSettings(activity: string, sequencing: Sequencing | null): Partial<EngineActivity> {
  if (!sequencing) return { sequencingControls: WITHOUT_SEQUENCING };
  const { control, rollup, randomization, delivery, limits } = sequencing;
  const objectives = sequencing.objectives.map((objective) => objectiveOf(activity, objective));
  const primary = sequencing.objectives.findIndex(({ isPrimary }) => isPrimary);
  return {
    attemptLimit: limits.attempts,
    ...(objectives[primary] && { primaryObjective: objectives[primary] }),
    objectives: objectives.filter((_, place) => place !== primary),
    sequencingControls: {
      ...control,
      constrainChoice: sequencing.constrainChoice,
      preventActivation: sequencing.preventActivation,
      rollupObjectiveSatisfied: rollup.objectiveSatisfied,
      rollupProgressCompletion: rollup.progressCompletion,
      objectiveMeasureWeight: rollup.objectiveMeasureWeight,
      selectionTiming: randomization.selection as never,
      selectCount: randomization.selectCount,
      randomizationTiming: randomization.randomization as never,
      // The engine's `reorderChildren` says that it was done.
      randomizeChildren: randomization.reorderChildren,
    },
    deliveryControls: {
      tracked: delivery.isTracked,
      completionSetByContent: delivery.completionSetByContent,
      objectiveSetByContent: delivery.objectiveSetByContent,
    },
    sequencingRules: {
      preConditionRules: sequencing.preConditionRules.map(ruleOf),
      exitConditionRules: sequencing.exitConditionRules.map(ruleOf),
      postConditionRules: sequencing.postConditionRules.map(ruleOf),
    },
    rollupRules: { rules: rollup.rules.map(rollupRuleOf) },
    rollupConsiderations: {
      requiredForSatisfied: rollup.requiredForSatisfied as never,
      requiredForNotSatisfied: rollup.requiredForNotSatisfied as never,
      requiredForCompleted: rollup.requiredForCompleted as never,
      requiredForIncomplete: rollup.requiredForIncomplete as never,
      measureSatisfactionIfActive: rollup.measureSatisfactionIfActive,
    },
  };
}

/** A primary objective may be without identifier; the engine would then forget its measure. */
function objectiveOf(activity: string, objective: Sequencing['objectives'][number]): EngineObjective {
  return {
    objectiveID: objective.id ?? `${activity}.primary`,
    isPrimary: objective.isPrimary,
    satisfiedByMeasure: objective.satisfiedByMeasure,
    minNormalizedMeasure: objective.minNormalizedMeasure,
    mapInfo: objective.maps.map(mapOf),
  };
}

function mapOf(map: ObjectiveMap): EngineObjectiveMap {
  return {
    targetObjectiveID: map.target,
    readSatisfiedStatus: map.readSatisfied,
    readNormalizedMeasure: map.readMeasure,
    writeSatisfiedStatus: map.writeSatisfied,
    writeNormalizedMeasure: map.writeMeasure,
    readCompletionStatus: map.readCompletion,
    writeCompletionStatus: map.writeCompletion,
    readProgressMeasure: map.readProgress,
    writeProgressMeasure: map.writeProgress,
    readRawScore: map.readRawScore,
    writeRawScore: map.writeRawScore,
    readMinScore: map.readMinScore,
    writeMinScore: map.writeMinScore,
    readMaxScore: map.readMaxScore,
    writeMaxScore: map.writeMaxScore,
  };
}
