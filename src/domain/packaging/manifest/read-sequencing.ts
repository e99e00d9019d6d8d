import type { ControlMode, Sequencing } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import type { ReadContext } from './read-context.ts';
import { readObjectives } from './read-objectives.ts';
import { readRollup } from './read-rollup.ts';
import { readSequencingRules } from './read-sequencing-rules.ts';
import { readValues, type Values } from './read-values.ts';
import { quoted } from './report.ts';
import { attributeOf, childOf, childrenOf, collapsed, identifierOf } from './xml-access.ts';

/** The sequencings that several activities may share. */
export interface SequencingSource {
  byIdentifier: ReadonlyMap<string, { element: XmlElement; size: number }>;
  /** How many more elements may be shared out: a large sequencing shared by every item would outgrow the machine. */
  left: number;
}

const MAX_SHARED_OUT = 100_000;

/** What the manifest's `sequencingCollection` holds. */
export function sequencingSource(root: XmlElement, { report }: ReadContext): SequencingSource {
  const source = new Map<string, { element: XmlElement; size: number }>();
  for (const collection of childrenOf(root, 'sequencingCollection')) {
    for (const element of childrenOf(collection, 'sequencing')) {
      const identifier = identifierOf(element, 'ID');
      const isKnown = identifier !== null && source.has(identifier);
      if (identifier !== null && !isKnown) source.set(identifier, { element, size: sizeOf(element) });
      else {
        const message = isKnown
          ? `Deux séquencements ont l’identifiant ${quoted(identifier)} : seul le premier compte. Faites-les distinguer.`
          : 'Ce séquencement partagé n’a pas d’identifiant (« ID ») : rien ne peut le désigner. Faites-en ajouter un.';
        report.add('wrong', 'SCORM 2004 CAM § 5.1', element, message, 'sequencing collection');
      }
    }
  }
  return { byIdentifier: source, left: MAX_SHARED_OUT };
}

function sizeOf(element: XmlElement): number {
  return element.children.reduce((size, child) => size + sizeOf(child), 1);
}

/** The sequencing of an organisation or of an item, defaults filled in; null when it has none. */
export function readSequencingOf(
  activity: XmlElement,
  source: SequencingSource,
  { report }: ReadContext,
): Sequencing | null {
  const own = childOf(activity, 'sequencing');
  if (!own) return null;
  const values = readValues(report, 'SCORM 2004 CAM § 5.1');
  const parts = withShared(own, source, report);
  const delivery = childOf(parts, 'deliveryControls');
  const constrained = childOf(parts, 'constrainedChoiceConsiderations');
  return {
    control: readControl(childOf(parts, 'controlMode'), values),
    ...readSequencingRules(childOf(parts, 'sequencingRules'), report, values),
    limits: readLimits(childOf(parts, 'limitConditions'), report, values),
    rollup: readRollup(childOf(parts, 'rollupRules'), childOf(parts, 'rollupConsiderations'), report, values),
    objectives: readObjectives(objectivesOf(parts, false), objectivesOf(parts, true), report, values),
    randomization: readRandomization(childOf(parts, 'randomizationControls'), values),
    delivery: {
      isTracked: values.boolean(delivery, 'tracked', true),
      completionSetByContent: values.boolean(delivery, 'completionSetByContent', false),
      objectiveSetByContent: values.boolean(delivery, 'objectiveSetByContent', false),
    },
    constrainChoice: values.boolean(constrained, 'constrainChoice', false),
    preventActivation: values.boolean(constrained, 'preventActivation', false),
  };
}

/** `imsss:objectives` or `adlseq:objectives`: the two have one name, and the second never has a primary objective. */
function objectivesOf(parts: XmlElement, isExtension: boolean): XmlElement | null {
  const extension = childOf(parts, 'objectives', 'adlseq');
  return isExtension ? extension : (childrenOf(parts, 'objectives').find((element) => element !== extension) ?? null);
}

/** An activity's own parts stand for the shared ones of the same name. */
function withShared(own: XmlElement, source: SequencingSource, report: ReadContext['report']): XmlElement {
  const reference = identifierOf(own, 'IDRef');
  if (reference === null) return own;
  const shared = source.byIdentifier.get(reference);
  if (!shared) {
    const message = `Ce séquencement renvoie à ${quoted(reference)}, que « sequencingCollection » n’a pas : ses règles manquent, faites corriger le nom.`;
    report.add('wrong', 'SCORM 2004 CAM § 5.1', own, message, 'dangling IDRef');
    return own;
  }
  source.left -= shared.size;
  if (source.left < 0) {
    const message = `Des séquencements partagés sont repris si souvent que le paquet ne tiendrait pas en mémoire : il est refusé, demandez-en un plus simple.`;
    report.add('refused', 'SCORM 2004 CAM § 5.1', own, message);
    return own;
  }
  const keyOf = ({ name, namespace }: XmlElement): string => `${name.toLowerCase()} ${namespace}`;
  const owned = new Set(own.children.map(keyOf));
  return {
    ...own,
    children: [...own.children, ...shared.element.children.filter((child) => !owned.has(keyOf(child)))],
  };
}

function readControl(element: XmlElement | null, values: Values): ControlMode {
  return {
    choice: values.boolean(element, 'choice', true),
    choiceExit: values.boolean(element, 'choiceExit', true),
    flow: values.boolean(element, 'flow', false),
    forwardOnly: values.boolean(element, 'forwardOnly', false),
    useCurrentAttemptObjectiveInfo: values.boolean(element, 'useCurrentAttemptObjectiveInfo', true),
    useCurrentAttemptProgressInfo: values.boolean(element, 'useCurrentAttemptProgressInfo', true),
  };
}

const DURATION = /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;

function readLimits(element: XmlElement | null, report: ReadContext['report'], values: Values): Sequencing['limits'] {
  const attempts = values.number(element, 'attemptLimit', [0, Number.MAX_SAFE_INTEGER], null);
  const written = collapsed((element && attributeOf(element, 'attemptAbsoluteDurationLimit')) ?? '');
  const isDuration = DURATION.test(written);
  if (element && written !== '' && !isDuration) {
    const message = `La durée accordée vaut ${quoted(written)}, alors qu’elle s’écrit « PT30M » : elle est laissée de côté, faites-la corriger.`;
    report.add('wrong', 'SCORM 2004 CAM § 5.1', element, message, 'duration limit');
  }
  return { attempts: attempts === null ? null : Math.floor(attempts), absoluteDuration: isDuration ? written : null };
}

const TIMINGS = ['never', 'once', 'onEachNewAttempt'] as const;

function readRandomization(element: XmlElement | null, values: Values): Sequencing['randomization'] {
  const selectCount = values.number(element, 'selectCount', [0, Number.MAX_SAFE_INTEGER], null);
  return {
    selection: values.word(element, 'selectionTiming', TIMINGS, 'never'),
    selectCount: selectCount === null ? null : Math.floor(selectCount),
    randomization: values.word(element, 'randomizationTiming', TIMINGS, 'never'),
    reorderChildren: values.boolean(element, 'reorderChildren', false),
  };
}
