import type { Organization, PackageManifest } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import { checkRules } from './check-rules.ts';
import { startOf } from './check-start.ts';
import type { ReadContext } from './read-context.ts';
import type { ReadResource } from './read-resources.ts';
import { quoted } from './report.ts';
import { attributeOf } from './xml-access.ts';
import { itemsInOrder, launchedItems, playedOrganization } from './walk-items.ts';

/** Where the parts of a manifest were read. */
export interface ReadPlaces {
  root: XmlElement;
  organizations: XmlElement;
  items: ReadonlyMap<string, XmlElement>;
  resources: ReadonlyMap<string, ReadResource>;
}

/** What only shows once the whole is read: what opens, what starts, what refers to what. */
export function checkManifest(manifest: PackageManifest, places: ReadPlaces, context: ReadContext): void {
  const organization = playedOrganization(manifest);
  checkLaunches(manifest, places, context);
  checkItemResources(manifest, places, context);
  checkCase([...places.items], 'Deux éléments du plan', context);
  checkCase(
    [...places.resources].map(([identifier, { element }]) => [identifier, element]),
    'Deux ressources',
    context,
  );
  checkUnreferenced(manifest, places, context);
  if (context.isOld) checkPrerequisites(manifest, places, context);
  else {
    checkStart(organization, places, context);
    checkRules({ ...organization, children: organization.items }, places.organizations, context);
    for (const item of itemsInOrder(organization)) checkRules(item, places.items.get(item.identifier)!, context);
  }
}

function checkLaunches(
  manifest: PackageManifest,
  { organizations }: ReadPlaces,
  { report, clause }: ReadContext,
): void {
  if (report.isRefused() || launchedItems(manifest).length > 0) return;
  const message = 'Aucun élément du plan ne peut être ouvert : le paquet n’a rien à jouer. Demandez-en un complet.';
  report.add('refused', clause, organizations, message);
}

/** A resource without address opens nothing; one whose file is missing was already said. */
function checkItemResources(manifest: PackageManifest, places: ReadPlaces, { report, clause }: ReadContext): void {
  for (const item of manifest.organizations.flatMap(itemsInOrder)) {
    const read = item.resource === null ? undefined : places.resources.get(item.resource);
    if (!read || (attributeOf(read.element, 'href') ?? '').trim() !== '') continue;
    const message = `L’élément ${quoted(item.identifier)} renvoie à la ressource ${quoted(read.resource.identifier)}, qui n’a pas d’adresse (« href ») : il ne peut être ouvert. Faites-la compléter.`;
    report.add('wrong', clause, places.items.get(item.identifier)!, message, 'resource without address');
  }
}

function checkCase(entries: readonly (readonly [string, XmlElement])[], what: string, { report }: ReadContext): void {
  const known = new Map<string, string>();
  for (const [identifier, element] of entries) {
    const key = identifier.toLowerCase();
    const other = known.get(key);
    if (other === undefined) known.set(key, identifier);
    else {
      const message = `${what} ne diffèrent que par des majuscules (${quoted(other)} et ${quoted(identifier)}) : ils sont distingués ici, d’autres plates-formes peuvent les confondre.`;
      report.add('unusual', 'IMS CP 1.1.4', element, message, `case ${what}`);
    }
  }
}

function checkUnreferenced(
  manifest: PackageManifest,
  { resources }: ReadPlaces,
  { report, clause }: ReadContext,
): void {
  const reached = new Set<string>();
  const waiting = manifest.organizations.flatMap(itemsInOrder).flatMap(({ resource }) => resource ?? []);
  for (let identifier = waiting.pop(); identifier !== undefined; identifier = waiting.pop()) {
    if (reached.has(identifier)) continue;
    reached.add(identifier);
    for (const dependency of resources.get(identifier)?.resource.dependencies ?? []) waiting.push(dependency);
  }
  for (const [identifier, { element }] of resources) {
    if (reached.has(identifier)) continue;
    const message = `La ressource ${quoted(identifier)} n’est appelée par aucun élément du plan : elle est gardée sans être jouée.`;
    report.add('unusual', clause, element, message, 'unreferenced');
  }
}

/** Names in an AICC script: what is neither operator, nor count, nor status in quotes. */
const SCRIPT_NAMES = /"[^"]*"|'[^']*'|[^\s&|~=<>(){}*,"']+/g;

function checkPrerequisites(manifest: PackageManifest, { items }: ReadPlaces, { report, clause }: ReadContext): void {
  for (const item of manifest.organizations.flatMap(itemsInOrder)) {
    const names = (item.prerequisites ?? '').match(SCRIPT_NAMES) ?? [];
    const unknown = names.find(
      (name) => !/^["'\d]/.test(name) && !items.has(name) && !STATUSES.has(name.toLowerCase()),
    );
    if (unknown === undefined) continue;
    const message = `Les prérequis de ${quoted(item.identifier)} nomment ${quoted(unknown)}, qui n’est pas un élément du plan : faites corriger le nom.`;
    report.add('wrong', clause, items.get(item.identifier)!, message, 'dangling prerequisite');
  }
}

const STATUSES = new Set([
  'passed',
  'failed',
  'completed',
  'incomplete',
  'browsed',
  'not',
  'attempted',
  'p',
  'f',
  'c',
  'i',
  'b',
  'n',
]);

function checkStart(organization: Organization, { organizations }: ReadPlaces, { report }: ReadContext): void {
  const start = startOf(organization);
  if (start === 'flow') return;
  const message =
    start === 'choice'
      ? 'Le cours ne commence pas de lui-même : l’apprenant doit choisir son premier élément dans le plan. Rien n’est à faire si c’est voulu.'
      : 'Le cours ne peut commencer : il n’avance pas de lui-même (« flow ») et rien n’y peut être choisi (« choice »). Faites permettre l’un des deux.';
  report.add(start === 'choice' ? 'unusual' : 'wrong', 'SCORM 2004 SN SB.2.5', organizations, message);
}
