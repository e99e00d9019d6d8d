import type { Organization } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import { readItems, titleOf, type ItemReading } from './read-items.ts';
import { readSequencingOf } from './read-sequencing.ts';
import { quoted } from './report.ts';
import { childOf, childrenOf, identifierOf } from './xml-access.ts';

export interface ReadOrganizations {
  organizations: Organization[];
  /** Identifier of the one that is played. */
  played: string;
}

/** The organisations of a manifest and which one is played; null when there is none, which the report then says. */
export function readOrganizations(root: XmlElement, reading: ItemReading): ReadOrganizations | null {
  const container = childOf(root, 'organizations');
  const elements = container ? childrenOf(container, 'organization') : [];
  const { report, clause } = reading.context;
  if (!container || elements.length === 0) {
    const message =
      'Le paquet ne contient que des ressources, sans plan (« organization ») : il n’y a rien à jouer. Demandez un paquet complet.';
    report.add('refused', clause, container ?? root, message);
    return null;
  }
  const identifiers = new Set<string>();
  const organizations = elements.map((element, place) => readOrganization(element, place, identifiers, reading));
  return { organizations, played: playedOf(container, organizations, reading) };
}

function readOrganization(
  element: XmlElement,
  place: number,
  identifiers: Set<string>,
  reading: ItemReading,
): Organization {
  const { context } = reading;
  const written = identifierOf(element, 'identifier');
  const isTaken = written !== null && identifiers.has(written);
  const identifier = written === null || isTaken ? `${written ?? 'ORG'}~${place + 1}` : written;
  identifiers.add(identifier);
  if (identifier !== written) {
    const message = isTaken
      ? `Deux organisations ont l’identifiant ${quoted(written)} : la seconde devient ${quoted(identifier)}. Faites-les distinguer.`
      : `Cette organisation n’a pas d’identifiant : elle reçoit ${quoted(identifier)}. Faites-en ajouter un.`;
    context.report.add('wrong', 'IMS CP 1.1.4', element, message, 'organization identifier');
  }
  const isNew = !context.isOld;
  return {
    identifier,
    title: titleOf(element, identifier, context),
    items: readItems(element, reading),
    sequencing: isNew ? readSequencingOf(element, reading.sequencings, context) : null,
    objectivesGlobalToSystem: isNew && context.values.boolean(element, 'objectivesGlobalToSystem', true),
    sharedDataGlobalToSystem: isNew && context.values.boolean(element, 'sharedDataGlobalToSystem', true),
  };
}

function playedOf(container: XmlElement, organizations: readonly Organization[], { context }: ItemReading): string {
  const { report, clause } = context;
  const wanted = identifierOf(container, 'default');
  const found = organizations.find(({ identifier }) => identifier === wanted);
  const played = found ?? organizations[0]!;
  if (wanted !== null && !found) {
    const message = `L’organisation à jouer, ${quoted(wanted)}, n’existe pas : ${quoted(played.title)} est jouée. Faites corriger « default ».`;
    report.add('wrong', clause, container, message);
  }
  if (organizations.length > 1) {
    const others = organizations.filter((organization) => organization !== played).map(({ title }) => quoted(title));
    const named = others.length > 5 ? [...others.slice(0, 5), `${others.length - 5} autres`] : others;
    const message = `Le paquet a ${organizations.length} organisations : ${quoted(played.title)} est jouée, et non ${named.join(', ')}. Pour jouer une autre, faites changer « default ».`;
    report.add('unusual', clause, container, message);
  }
  return played.identifier;
}
