import type { RollupRule, SequencingRule } from '#domain/packaging/manifest.ts';
import type { EngineActivity } from './run-time-2004.ts';

type EngineRule = NonNullable<NonNullable<EngineActivity['sequencingRules']>['preConditionRules']>[number];

/** A rule of sequencing in the engine's words. */
export function ruleOf({ combination, conditions, action }: SequencingRule): EngineRule {
  return {
    action: action as never,
    conditionCombination: combination,
    conditions: conditions.map(({ condition, isNot, objective, measureThreshold }) => ({
      condition: condition as never,
      operator: (isNot ? 'not' : 'noOp') as never,
      ...(objective !== null && { referencedObjective: objective }),
      ...(measureThreshold !== null && { parameters: { threshold: measureThreshold } }),
    })),
  };
}

type EngineRollupRule = NonNullable<NonNullable<EngineActivity['rollupRules']>['rules']>[number];

/**
 * The engine's percentages go to 100. It takes what is unknown of a child for untrue, and so « not » of it for true: « none »
 * is said as « all do not », and what must not be the case must be known (a rule that any of several such conditions fulfils
 * cannot be said so, and stays as it is).
 */
export function rollupRuleOf({ childActivitySet, combination, conditions, ...rule }: RollupRule): EngineRollupRule {
  const isNone = childActivitySet === 'none';
  const said = conditions.map(({ condition, isNot }) => ({ condition, isNot: isNot !== isNone }));
  const opposite = combination === 'all' ? 'any' : 'all';
  const isAll = (isNone ? opposite : combination) === 'all' || said.length === 1;
  const known = said.flatMap(({ condition, isNot }) => (isAll && isNot && WHEN_KNOWN[condition]) || []);
  return {
    action: rule.action as never,
    consideration: (isNone ? 'all' : childActivitySet) as never,
    conditionCombination: (isAll ? 'all' : 'any') as never,
    minimumCount: rule.minimumCount,
    minimumPercent: rule.minimumPercent * 100,
    conditions: [...said, ...known.map((condition) => ({ condition, isNot: false }))].map(({ condition, isNot }) => ({
      condition: (condition === 'activityProgressKnown' ? 'progressKnown' : condition) as never,
      operator: (isNot ? 'not' : 'noOp') as never,
    })),
  };
}

/** What says that something is known of a child; the engine calls the second `progressKnown`. */
const WHEN_KNOWN: Record<string, string> = { satisfied: 'objectiveStatusKnown', completed: 'activityProgressKnown' };
