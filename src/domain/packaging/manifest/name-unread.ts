import type { XmlElement } from '../xml-element.ts';
import { isExact, namespacesIn, vocabularyOf } from './namespaces.ts';
import type { ReadContext } from './read-context.ts';
import { quoted } from './report.ts';

/** What is read inside each element, in small letters; whatever else is written there is named. */
const READ: Record<string, readonly string[]> = {
  manifest: ['metadata', 'organizations', 'resources'],
  organizations: ['organization'],
  organization: ['title', 'item', 'metadata'],
  item: ['title', 'item', 'metadata', 'timelimitaction', 'datafromlms'],
  resources: ['resource'],
  resource: ['file', 'dependency', 'metadata'],
  file: ['metadata'],
};

/** What each edition adds. */
const READ_12: Record<string, readonly string[]> = { item: ['prerequisites', 'masteryscore', 'maxtimeallowed'] };
const READ_2004: Record<string, readonly string[]> = {
  manifest: ['sequencingcollection'],
  organization: ['sequencing'],
  item: ['completionthreshold', 'data', 'sequencing', 'presentation'],
  sequencingcollection: ['sequencing'],
  sequencing: [
    'controlmode',
    'sequencingrules',
    'limitconditions',
    'rolluprules',
    'objectives',
    'randomizationcontrols',
    'deliverycontrols',
    'constrainedchoiceconsiderations',
    'rollupconsiderations',
  ],
  sequencingrules: ['preconditionrule', 'postconditionrule', 'exitconditionrule'],
  rolluprules: ['rolluprule'],
  objectives: ['primaryobjective', 'objective'],
  primaryobjective: ['minnormalizedmeasure', 'mapinfo'],
  objective: ['minnormalizedmeasure', 'mapinfo'],
  presentation: ['navigationinterface'],
  navigationinterface: ['hidelmsui'],
  data: ['map'],
};

/** Attributes that SCORM does not ask platforms to follow. */
const UNFOLLOWED = new Set([
  'attemptexperienceddurationlimit',
  'activityabsolutedurationlimit',
  'activityexperienceddurationlimit',
  'begintimelimit',
  'endtimelimit',
]);

/** Says of all that a manifest holds and that is not read, once for each thing. */
export function nameUnread(root: XmlElement, context: ReadContext): void {
  nameNamespaces(root, context);
  const said = new Set<string>();
  const waiting = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    nameAttributes(element, said, context);
    // A notice has words of its own, « resource » among them.
    if (isNotice(element)) continue;
    const kept = element.children.filter(
      (child) => isRead(child, element, context) || nameElement(child, element, said, context),
    );
    for (const child of kept.toReversed()) waiting.push(child);
  }
}

const isNotice = ({ name, namespace }: XmlElement): boolean =>
  vocabularyOf(namespace) === 'metadata' || name.toLowerCase() === 'lom';

function isRead(child: XmlElement, parent: XmlElement, { isOld }: ReadContext): boolean {
  const name = parent.name.toLowerCase();
  const wanted = child.name.toLowerCase();
  if (wanted === 'metadata') return vocabularyOf(child.namespace) === 'imscp';
  const common = Object.hasOwn(READ, name) ? READ[name]! : null;
  const edition = isOld ? READ_12 : READ_2004;
  const more = Object.hasOwn(edition, name) ? edition[name]! : null;
  if (!common && !more) return true;
  return (common?.includes(wanted) ?? false) || (more?.includes(wanted) ?? false);
}

/** Answers whether one has to look inside: never, what is named is named whole. */
function nameElement(child: XmlElement, parent: XmlElement, said: Set<string>, { report, clause }: ReadContext): false {
  const key = `${parent.name.toLowerCase()} ${child.name.toLowerCase()}`;
  if (said.has(key)) return false;
  said.add(key);
  const name = child.name.toLowerCase();
  if (name === 'manifest') {
    const message =
      'Le manifeste en contient un autre (« sous-manifeste ») : ce qu’il apporte n’est pas joué. Demandez un paquet d’un seul tenant.';
    report.add('wrong', 'IMS CP 1.1.4', child, message);
  } else if (name === 'auxiliaryresources') {
    const message = 'Les ressources auxiliaires ne sont pas montrées : SCORM ne le demande pas, rien n’est à faire.';
    report.add('unusual', 'SCORM 2004 SN', child, message);
  } else {
    const message = `L’élément ${quoted(child.name)}, dans ${quoted(parent.name)}, n’est pas lu ici : vérifiez en jouant le paquet qu’il n’y manque rien.`;
    report.add('unusual', clause, child, message, 'unread element');
  }
  return false;
}

function nameAttributes(element: XmlElement, said: Set<string>, { report, clause }: ReadContext): void {
  const isLocation = element.name.toLowerCase() === 'location' && vocabularyOf(element.namespace) === 'adlcp';
  if (isLocation && !said.has('location')) {
    said.add('location');
    const message = `La notice du paquet est dans un autre fichier (${quoted(element.text.trim())}) : elle n’est pas lue, le paquet se joue sans elle.`;
    report.add('unusual', clause, element, message);
  }
  if (element.name.toLowerCase() !== 'limitconditions') return;
  for (const { name } of element.attributes) {
    if (!UNFOLLOWED.has(name.toLowerCase()) || said.has(name)) continue;
    said.add(name);
    const message = `La limite ${quoted(name)} n’est pas suivie : SCORM ne demande que « attemptLimit » et « attemptAbsoluteDurationLimit ».`;
    report.add('unusual', 'SCORM 2004 SN', element, message);
  }
}

function nameNamespaces(root: XmlElement, { report, clause }: ReadContext): void {
  for (const [namespace, element] of namespacesIn(root)) {
    if (isExact(namespace)) continue;
    const vocabulary = vocabularyOf(namespace);
    if (namespace === '') {
      // Attributes rightly have none: only the manifest itself should have one.
      if (root.namespace !== '') continue;
      const message =
        'Le manifeste ne dit pas son espace de noms : il est lu comme celui d’un paquet SCORM, faites-le ajouter.';
      report.add('unusual', 'IMS CP 1.1.4', root, message);
    } else if (namespace.startsWith('undeclared:')) {
      const message = `Le préfixe ${quoted(namespace.slice('undeclared:'.length))} n’est déclaré nulle part : ${vocabulary === 'other' ? 'ce qu’il marque n’est lu que par son nom' : `il est pris pour celui de ${vocabulary}`}. Faites ajouter sa déclaration.`;
      report.add('wrong', 'IMS CP 1.1.4', element, message, 'undeclared prefix');
    } else if (vocabulary === 'other') {
      const message = `L’espace de noms ${quoted(namespace)} n’est pas de SCORM : ce qu’il apporte n’est pas joué.`;
      report.add('unusual', clause, element, message, 'foreign namespace');
    } else if (vocabulary !== 'metadata' && vocabulary !== 'xml') {
      const message = `L’espace de noms ${quoted(namespace)} n’est pas celui de la norme : il est pris pour ${vocabulary}, faites-le corriger.`;
      report.add('unusual', clause, element, message, 'wrong namespace');
    }
  }
}
