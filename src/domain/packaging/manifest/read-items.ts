import type { Item } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import type { ReadContext } from './read-context.ts';
import { readItemSettings } from './read-item-settings.ts';
import type { ReadResource } from './read-resources.ts';
import { readSequencingOf, type SequencingSource } from './read-sequencing.ts';
import { quoted } from './report.ts';
import { attributeOf, childOf, childrenOf, identifierOf, plainText } from './xml-access.ts';

export const MAX_ITEM_DEPTH = 20;

/** What the reading of items keeps in mind: identifiers are unique in the whole manifest. */
export interface ItemReading {
  context: ReadContext;
  resources: ReadonlyMap<string, ReadResource>;
  sequencings: SequencingSource;
  /** The element of each item, by the identifier it has for us. */
  elements: Map<string, XmlElement>;
  /** How often an identifier was met, so that a thousand alike cost no more than a thousand. */
  turns: Map<string, number>;
  /** Identifiers of resources by their small letters. */
  alike: ReadonlyMap<string, string[]>;
}

export function itemReading(
  context: ReadContext,
  resources: ReadonlyMap<string, ReadResource>,
  sequencings: SequencingSource,
): ItemReading {
  const alike = Map.groupBy(resources.keys(), (identifier) => identifier.toLowerCase());
  return { context, resources, sequencings, elements: new Map(), turns: new Map(), alike };
}

/** The items directly in an organisation or in an item, with all below. */
export function readItems(parent: XmlElement, reading: ItemReading, depth = 1): Item[] {
  const elements = childrenOf(parent, 'item');
  const { report, clause } = reading.context;
  if (depth > MAX_ITEM_DEPTH && elements[0]) {
    const message = `Les éléments du plan sont imbriqués sur plus de ${MAX_ITEM_DEPTH} niveaux : demandez un paquet au plan plus simple.`;
    report.add('refused', clause, elements[0], message);
    return [];
  }
  return elements.map((element) => readItem(element, reading, depth));
}

function readItem(element: XmlElement, reading: ItemReading, depth: number): Item {
  const { context } = reading;
  const identifier = uniqueIdentifier(element, reading);
  const children = readItems(element, reading, depth + 1);
  const settings = readItemSettings(element, context);
  const sequencing = context.isOld ? null : readSequencingOf(element, reading.sequencings, context);
  return {
    identifier,
    title: titleOf(element, identifier, context),
    resource: resourceOf(element, identifier, children.length > 0, reading),
    parameters: (attributeOf(element, 'parameters') ?? '').trim(),
    isVisible: context.values.boolean(element, 'isvisible', true),
    children,
    ...settings,
    maxTimeAllowed: settings.maxTimeAllowed ?? sequencing?.limits.absoluteDuration ?? null,
    sequencing,
  };
}

function uniqueIdentifier(element: XmlElement, { elements, turns, context }: ItemReading): string {
  const written = identifierOf(element, 'identifier');
  const wanted = written ?? 'ITEM';
  let turn = turns.get(wanted) ?? 1;
  let identifier = written ?? `${wanted}~1`;
  while (elements.has(identifier)) identifier = `${wanted}~${(turn += 1)}`;
  turns.set(wanted, turn);
  if (written === null) {
    const message = `Cet élément du plan n’a pas d’identifiant : il reçoit ${quoted(identifier)}. Faites-en ajouter un, la reprise en dépend.`;
    context.report.add('wrong', context.clause, element, message, 'item without identifier');
  } else if (identifier !== written) {
    const message = `Deux éléments du plan ont l’identifiant ${quoted(written)} : le second devient ${quoted(identifier)}. Faites-les distinguer.`;
    context.report.add('wrong', 'IMS CP 1.1.4', element, message, 'duplicate item');
  }
  elements.set(identifier, element);
  return identifier;
}

/** Text, whatever somebody wrote in it: pages show it as it is. */
export function titleOf(element: XmlElement, identifier: string, { report, clause }: ReadContext): string {
  const child = childOf(element, 'title');
  const title = plainText(child);
  if (title === '') {
    const message = `${element.name === 'item' ? 'Cet élément du plan' : 'Cette organisation'} n’a pas de titre : son identifiant ${quoted(identifier)} en tient lieu. Faites-en ajouter un.`;
    report.add('wrong', clause, child ?? element, message, `${element.name} without title`);
    return identifier;
  }
  if (child && (child.children.length > 0 || /<\/?[a-z][^<>]*>/i.test(title))) {
    const message = `Le titre ${quoted(title)} contient des balises : il est montré comme un simple texte.`;
    report.add('unusual', clause, child, message, 'markup in title');
  }
  return title;
}

function resourceOf(
  element: XmlElement,
  identifier: string,
  hasChildren: boolean,
  reading: ItemReading,
): string | null {
  const { resources, context } = reading;
  const { report, clause, isOld } = context;
  const wanted = identifierOf(element, 'identifierref');
  if (wanted === null) {
    if (hasChildren) return null;
    const message = `L’élément ${quoted(identifier)} n’ouvre rien et ne contient rien : il n’est pas joué. Faites-le compléter ou retirer.`;
    report.add('wrong', clause, element, message, 'empty item');
    return null;
  }
  const found = resources.has(wanted) ? wanted : alikeResource(wanted, element, reading);
  if (found === null) {
    const message = `L’élément ${quoted(identifier)} renvoie à la ressource ${quoted(wanted)}, qui n’existe pas : faites corriger le nom.`;
    report.add('wrong', 'IMS CP 1.1.4', element, message, 'dangling resource');
    return null;
  }
  if (hasChildren) {
    const message = `L’élément ${quoted(identifier)} en contient d’autres et ouvre aussi une ressource : ${isOld ? 'les deux sont gardés' : 'SCORM 2004 ne le permet pas, la ressource est laissée de côté'}.`;
    report.add(isOld ? 'unusual' : 'wrong', clause, element, message, 'item with both');
    return isOld ? found : null;
  }
  return found;
}

function alikeResource(wanted: string, element: XmlElement, { alike, context }: ItemReading): string | null {
  const [found, ...others] = alike.get(wanted.toLowerCase()) ?? [];
  if (found === undefined || others.length > 0) return null;
  const message = `La ressource ${quoted(wanted)} ne diffère de ${quoted(found)} que par des majuscules : c’est elle qui est ouverte. Faites accorder les deux.`;
  context.report.add('wrong', 'IMS CP 1.1.4', element, message, 'resource by case');
  return found;
}
