import type { RuleCondition, Sequencing, SequencingRule } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import type { Values } from './read-values.ts';
import { quoted, type Report } from './report.ts';
import { attributeOf, childOf, childrenOf, collapsed, identifierOf } from './xml-access.ts';

type Rules = Pick<Sequencing, 'preConditionRules' | 'exitConditionRules' | 'postConditionRules'>;

/** Each kind of rule with what it may do. */
const KINDS = {
  preConditionRule: ['skip', 'disabled', 'hiddenFromChoice', 'stopForwardTraversal'],
  exitConditionRule: ['exit'],
  postConditionRule: ['exitParent', 'exitAll', 'retry', 'retryAll', 'continue', 'previous'],
} as const;

const CONDITIONS = [
  'satisfied',
  'objectiveStatusKnown',
  'objectiveMeasureKnown',
  'objectiveMeasureGreaterThan',
  'objectiveMeasureLessThan',
  'completed',
  'activityProgressKnown',
  'attempted',
  'attemptLimitExceeded',
  'timeLimitExceeded',
  'outsideAvailableTimeRange',
  'always',
] as const;

/** What SCORM lets a platform leave without effect. */
const UNEVALUATED = new Set<string>(['timeLimitExceeded', 'outsideAvailableTimeRange']);

export function readSequencingRules(element: XmlElement | null, report: Report, values: Values): Rules {
  const rulesOf = (kind: keyof typeof KINDS): SequencingRule[] =>
    element ? childrenOf(element, kind).flatMap((rule) => readRule(rule, KINDS[kind], report, values) ?? []) : [];
  return {
    preConditionRules: rulesOf('preConditionRule'),
    exitConditionRules: rulesOf('exitConditionRule'),
    postConditionRules: rulesOf('postConditionRule'),
  };
}

function readRule(
  element: XmlElement,
  actions: readonly string[],
  report: Report,
  values: Values,
): SequencingRule | null {
  const container = childOf(element, 'ruleConditions');
  const conditions = (container ? childrenOf(container, 'ruleCondition') : []).map((condition) =>
    readCondition(condition, report, values),
  );
  const action = wordOf(childOf(element, 'ruleAction'), 'action', actions);
  if (conditions.length === 0 || conditions.includes(null) || action === null) {
    leaveAside(element, action === null ? actions : CONDITIONS, report);
    return null;
  }
  return {
    combination: values.word(container, 'conditionCombination', ['all', 'any'], 'all'),
    conditions: conditions.filter((condition) => condition !== null),
    action,
  };
}

function readCondition(element: XmlElement, report: Report, values: Values): RuleCondition | null {
  const condition = wordOf(element, 'condition', CONDITIONS);
  if (condition === null) return null;
  if (UNEVALUATED.has(condition)) {
    const message = `La condition ${quoted(condition)} n’a pas d’effet : SCORM ne demande pas qu’elle soit évaluée, elle est tenue pour inconnue.`;
    report.add('unusual', 'SCORM 2004 SN', element, message);
  }
  return {
    condition,
    isNot: values.word(element, 'operator', ['noOp', 'not'], 'noOp') === 'not',
    objective: identifierOf(element, 'referencedObjective'),
    measureThreshold: values.number(element, 'measureThreshold', [-1, 1], null),
  };
}

/** A word of a vocabulary, whatever its case; null when it is not one. */
export function wordOf<T extends string>(element: XmlElement | null, name: string, words: readonly T[]): T | null {
  const written = collapsed((element && attributeOf(element, name)) ?? '').toLowerCase();
  return words.find((word) => word.toLowerCase() === written) ?? null;
}

/** A rule half understood would do something else than what was meant: it does nothing, and that is said. */
export function leaveAside(element: XmlElement, expected: readonly string[], report: Report): void {
  const message = `Cette règle (${quoted(element.name)}) n’a pas de condition ou d’action connue, l’une de : ${expected.join(', ')}. Elle est laissée de côté, faites-la corriger.`;
  report.add('wrong', 'SCORM 2004 CAM § 5.1', element, message, `rule ${element.name}`);
}
