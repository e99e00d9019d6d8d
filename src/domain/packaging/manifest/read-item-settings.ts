import type { CompletionThreshold, HiddenControl, Item, SharedDataMap } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import type { ReadContext } from './read-context.ts';
import { boundsWords, decimalOf } from './read-values.ts';
import { quoted } from './report.ts';
import { attributeOf, childOf, childrenOf, collapsed, identifierOf } from './xml-access.ts';

type Settings = Pick<
  Item,
  | 'masteryScore'
  | 'prerequisites'
  | 'maxTimeAllowed'
  | 'timeLimitAction'
  | 'launchData'
  | 'completionThreshold'
  | 'hiddenControls'
  | 'sharedData'
>;

/** What ADL adds to an item, in 1.2 and in 2004; what the other edition alone has is named as unread. */
export function readItemSettings(item: XmlElement, context: ReadContext): Settings {
  const { isOld } = context;
  return {
    masteryScore: isOld ? masteryScore(item, context) : null,
    prerequisites: isOld ? prerequisites(item, context) : null,
    maxTimeAllowed: isOld ? maxTimeAllowed(item, context) : null,
    timeLimitAction: timeLimitAction(item, context),
    launchData: launchData(item, context),
    completionThreshold: isOld ? null : completionThreshold(item, context),
    hiddenControls: isOld ? [] : hiddenControls(item, context),
    sharedData: isOld ? [] : sharedData(item, context),
  };
}

function masteryScore(item: XmlElement, { report, clause }: ReadContext): number | null {
  const element = childOf(item, 'masteryscore');
  const text = collapsed(element?.text ?? '');
  if (!element || text === '') return null;
  const score = decimalOf(text);
  if (score !== null && score >= 0 && score <= 100) return score;
  const message = `Le score de réussite vaut ${quoted(text)}, alors qu’il attend ${boundsWords(0, 100)} : il est laissé de côté, faites-le corriger.`;
  report.add('wrong', clause, element, message, 'masteryscore');
  return null;
}

function prerequisites(item: XmlElement, { report, clause }: ReadContext): string | null {
  const element = childOf(item, 'prerequisites');
  const text = collapsed(element?.text ?? '');
  if (!element || text === '') return null;
  const type = attributeOf(element, 'type');
  if (type === null || collapsed(type) === 'aicc_script') return text;
  const message = `Ces prérequis sont écrits en ${quoted(type)}, que rien ne définit : ils sont lus comme « aicc_script ».`;
  report.add('wrong', clause, element, message, 'prerequisites type');
  return text;
}

const CMI_TIMESPAN = /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/;

function maxTimeAllowed(item: XmlElement, { report, clause }: ReadContext): string | null {
  const element = childOf(item, 'maxtimeallowed');
  const text = collapsed(element?.text ?? '');
  if (!element || text === '') return null;
  if (CMI_TIMESPAN.test(text)) return text;
  const message = `Le temps accordé vaut ${quoted(text)}, alors qu’il s’écrit « 0000:30:00 » : il est laissé de côté, faites-le corriger.`;
  report.add('wrong', clause, element, message, 'maxtimeallowed');
  return null;
}

const TIME_LIMIT_ACTIONS = ['exit,message', 'exit,no message', 'continue,message', 'continue,no message'];

function timeLimitAction(item: XmlElement, { report, clause }: ReadContext): string | null {
  const element = childOf(item, 'timelimitaction');
  const text = collapsed(element?.text ?? '');
  if (!element || text === '') return null;
  const action = text.toLowerCase().replace(/\s*,\s*/, ',');
  if (TIME_LIMIT_ACTIONS.includes(action)) return action;
  const message = `L’effet de la limite de temps vaut ${quoted(text)}, alors qu’il attend l’un de : ${TIME_LIMIT_ACTIONS.join(' ; ')}. Il est laissé de côté, faites-le corriger.`;
  report.add('wrong', clause, element, message, 'timelimitaction');
  return null;
}

function launchData(item: XmlElement, { report, clause, isOld }: ReadContext): string | null {
  const element = childOf(item, 'datafromlms');
  if (!element) return null;
  const data = element.text.trim();
  const most = isOld ? 4096 : 4000;
  if (data.length > most) {
    const message = `Les données de lancement ont ${data.length} caractères : au-delà de ${most}, d’autres plates-formes peuvent les couper.`;
    report.add('unusual', clause, element, message, 'launch data');
  }
  return data;
}

/** Text in the 2nd and 3rd editions, attributes in the 4th; each is read wherever it is. */
function completionThreshold(item: XmlElement, context: ReadContext): CompletionThreshold | null {
  const element = childOf(item, 'completionThreshold');
  if (!element) return null;
  const { report, values, standard, clause } = context;
  const text = collapsed(element.text);
  const minimum = values.number(element, 'minProgressMeasure', [0, 1], 1);
  const progressWeight = values.number(element, 'progressWeight', [0, 1], 1);
  if (text === '') {
    const completedByMeasure = values.boolean(element, 'completedByMeasure', false);
    if (!completedByMeasure && attributeOf(element, 'minProgressMeasure') !== null) {
      const message =
        'Le seuil d’avancement est donné sans être appliqué : ajoutez « completedByMeasure="true" » s’il doit compter.';
      report.add('unusual', clause, element, message);
    }
    return { completedByMeasure, minimumProgressMeasure: minimum, progressWeight };
  }
  const measure = decimalOf(text);
  if (measure === null || measure < 0 || measure > 1) {
    const message = `Le seuil d’avancement vaut ${quoted(text)}, alors qu’il attend ${boundsWords(0, 1)} : il est laissé de côté, faites-le corriger.`;
    report.add('wrong', clause, element, message, 'completionThreshold');
    return null;
  }
  if (standard === 'scorm2004-4') {
    const message = `Le seuil d’avancement est écrit comme dans les éditions d’avant la 4e : il est lu ainsi, rien n’est à faire.`;
    report.add('unusual', clause, element, message);
  }
  return { completedByMeasure: true, minimumProgressMeasure: measure, progressWeight };
}

const CONTROLS: readonly HiddenControl[] = [
  'continue',
  'previous',
  'exit',
  'exitAll',
  'abandon',
  'abandonAll',
  'suspendAll',
];

function hiddenControls(item: XmlElement, { report }: ReadContext): HiddenControl[] {
  const hidden = childrenOf(item, 'presentation')
    .flatMap((presentation) => childrenOf(presentation, 'navigationInterface'))
    .flatMap((navigation) => childrenOf(navigation, 'hideLMSUI'))
    .flatMap((element): HiddenControl[] => {
      const text = collapsed(element.text);
      const control = CONTROLS.find((name) => name.toLowerCase() === text.toLowerCase());
      if (control) return [control];
      const message = `La commande à cacher ${quoted(text)} n’existe pas ; les commandes sont : ${CONTROLS.join(', ')}.`;
      report.add('wrong', 'SCORM 2004 CAM § 5.2', element, message, 'hideLMSUI');
      return [];
    });
  return [...new Set(hidden)];
}

function sharedData(item: XmlElement, { report, values, clause }: ReadContext): SharedDataMap[] {
  return childrenOf(item, 'data', 'adlcp')
    .flatMap((data) => childrenOf(data, 'map'))
    .flatMap((map): SharedDataMap[] => {
      const targetId = identifierOf(map, 'targetID');
      if (targetId === null) {
        const message = 'Ces données partagées ne disent pas lesquelles (« targetID ») : elles sont laissées de côté.';
        report.add('wrong', clause, map, message);
        return [];
      }
      return [
        {
          targetId,
          canRead: values.boolean(map, 'readSharedData', true),
          canWrite: values.boolean(map, 'writeSharedData', true),
        },
      ];
    });
}
