import type { RollupRule, RollupSettings } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import { leaveAside, wordOf } from './read-sequencing-rules.ts';
import type { Values } from './read-values.ts';
import type { Report } from './report.ts';
import { childOf, childrenOf } from './xml-access.ts';

const CONDITIONS = [
  'satisfied',
  'objectiveStatusKnown',
  'objectiveMeasureKnown',
  'completed',
  'activityProgressKnown',
  'attempted',
  'attemptLimitExceeded',
  'timeLimitExceeded',
  'outsideAvailableTimeRange',
  'never',
] as const;

const ACTIONS = ['satisfied', 'notSatisfied', 'completed', 'incomplete'] as const;
const CHILDREN = ['all', 'any', 'none', 'atLeastCount', 'atLeastPercent'] as const;
const REQUIRED = ['always', 'ifAttempted', 'ifNotSkipped', 'ifNotSuspended'] as const;

/** Roll-up rules and controls, with what ADL adds to them. */
export function readRollup(
  rules: XmlElement | null,
  considerations: XmlElement | null,
  report: Report,
  values: Values,
): RollupSettings {
  return {
    objectiveSatisfied: values.boolean(rules, 'rollupObjectiveSatisfied', true),
    progressCompletion: values.boolean(rules, 'rollupProgressCompletion', true),
    objectiveMeasureWeight: values.number(rules, 'objectiveMeasureWeight', [0, 1], 1),
    rules: rules ? childrenOf(rules, 'rollupRule').flatMap((rule) => readRule(rule, report, values) ?? []) : [],
    requiredForSatisfied: values.word(considerations, 'requiredForSatisfied', REQUIRED, 'always'),
    requiredForNotSatisfied: values.word(considerations, 'requiredForNotSatisfied', REQUIRED, 'always'),
    requiredForCompleted: values.word(considerations, 'requiredForCompleted', REQUIRED, 'always'),
    requiredForIncomplete: values.word(considerations, 'requiredForIncomplete', REQUIRED, 'always'),
    measureSatisfactionIfActive: values.boolean(considerations, 'measureSatisfactionIfActive', true),
  };
}

function readRule(element: XmlElement, report: Report, values: Values): RollupRule | null {
  const container = childOf(element, 'rollupConditions');
  const conditions = (container ? childrenOf(container, 'rollupCondition') : []).map((condition) => {
    const word = wordOf(condition, 'condition', CONDITIONS);
    const isNot = values.word(condition, 'operator', ['noOp', 'not'], 'noOp') === 'not';
    return word === null ? null : { condition: word, isNot };
  });
  const action = wordOf(childOf(element, 'rollupAction'), 'action', ACTIONS);
  if (conditions.length === 0 || conditions.includes(null) || action === null) {
    leaveAside(element, action === null ? ACTIONS : CONDITIONS, report);
    return null;
  }
  return {
    childActivitySet: values.word(element, 'childActivitySet', CHILDREN, 'all'),
    minimumCount: Math.floor(values.number(element, 'minimumCount', [0, Number.MAX_SAFE_INTEGER], 0)),
    minimumPercent: values.number(element, 'minimumPercent', [0, 1], 0),
    // Of roll-up rules alone: other rules combine all their conditions.
    combination: values.word(container, 'conditionCombination', ['all', 'any'], 'any'),
    conditions: conditions.filter((condition) => condition !== null),
    action,
  };
}
