import type { PackageStandard } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import { ADLCP_12, ADLCP_2004, namespacesIn, vocabularyOf } from './namespaces.ts';
import { quoted, type Report } from './report.ts';
import { childOf, plainText } from './xml-access.ts';

const ASK = 'Demandez un export SCORM 1.2 ou 2004 à qui l’a fait.';

/** What a file is when it is not the manifest of a SCORM package, by its main element. */
const OTHER_ROOTS: readonly [RegExp, string][] = [
  [/^coursestructure$/i, `C’est la structure d’un cours cmi5, que Repères ne lit pas. ${ASK}`],
  [/^tincan$/i, `C’est un paquet xAPI (Tin Can), que Repères ne lit pas. ${ASK}`],
  [/^html$/i, `C’est une page web et non un manifeste : le dossier est un site, pas un paquet SCORM. ${ASK}`],
  [/^(course|au|aicc)$/i, `C’est un cours AICC, que Repères ne lit pas. ${ASK}`],
];

/** The edition of SCORM; null when the file is something else, which the report then says. */
export function detectStandard(root: XmlElement, report: Report): PackageStandard | null {
  if (root.name.toLowerCase() !== 'manifest') {
    const known = OTHER_ROOTS.find(([pattern]) => pattern.test(root.name));
    const other = `L’élément principal du fichier est ${quoted(root.name)} au lieu de « manifest » : ce n’est pas un paquet SCORM. ${ASK}`;
    report.add('refused', 'IMS CP 1.1.4', root, known?.[1] ?? other);
    return null;
  }
  const metadata = childOf(root, 'metadata');
  const version = metadata && childOf(metadata, 'schemaversion');
  const schema = metadata && childOf(metadata, 'schema');
  const bySpaces = standardBySpaces(root);
  const announced = standardOfVersion(plainText(version));
  if (announced && !isForeign(plainText(schema))) {
    sayDisagreement(announced, bySpaces, version!, report);
    return announced;
  }
  if (bySpaces) {
    sayUnannounced(bySpaces, version ?? root, plainText(version), report);
    return bySpaces;
  }
  const what = [plainText(schema), plainText(version)].filter((words) => words !== '').join(' ');
  const said = what === '' ? 'sans norme annoncée' : `qui s’annonce ${quoted(what)}`;
  const message = `C’est un paquet de contenu ${said}, sans rien de SCORM : il ne peut être suivi. ${ASK}`;
  report.add('refused', 'IMS CP 1.1.4', schema ?? root, message);
  return null;
}

const EDITIONS: readonly [RegExp, PackageStandard][] = [
  [/^(scorm )?1\.2(\.\d+)?$/i, 'scorm12'],
  [/2004 4th edition/i, 'scorm2004-4'],
  [/2004 3rd edition/i, 'scorm2004-3'],
  [/^cam 1\.3$|^(scorm )?1\.3$|2004 2nd edition|^(scorm )?2004$/i, 'scorm2004-2'],
];

const standardOfVersion = (version: string): PackageStandard | null =>
  EDITIONS.find(([pattern]) => pattern.test(version))?.[1] ?? null;

/** Another profile of content packaging may well have a version 1.2 of its own. */
const isForeign = (schema: string): boolean => /common cartridge|qti|learning design/i.test(schema);

function standardBySpaces(root: XmlElement): PackageStandard | null {
  const spaces = namespacesIn(root);
  if (spaces.has(ADLCP_12)) return 'scorm12';
  const vocabularies = new Set([...spaces.keys()].map(vocabularyOf));
  if (spaces.has(ADLCP_2004) || vocabularies.has('adlseq') || vocabularies.has('adlnav') || vocabularies.has('imsss'))
    return 'scorm2004-3';
  return vocabularies.has('adlcp') ? 'scorm12' : null;
}

const isOld = (standard: PackageStandard): boolean => standard === 'scorm12';

function sayDisagreement(
  announced: PackageStandard,
  bySpaces: PackageStandard | null,
  version: XmlElement,
  report: Report,
): void {
  if (bySpaces === null || isOld(announced) === isOld(bySpaces)) return;
  const message = `La version annoncée est ${quoted(plainText(version))}, les espaces de noms sont ceux d’une autre : le paquet est lu selon la version annoncée. Faites corriger l’un ou l’autre.`;
  report.add('unusual', 'SCORM 2004 CAM § 3.4', version, message);
}

function sayUnannounced(standard: PackageStandard, element: XmlElement, written: string, report: Report): void {
  const read = isOld(standard) ? 'SCORM 1.2' : 'SCORM 2004, 3e édition';
  const what =
    written === '' ? 'La version n’est pas annoncée' : `La version annoncée ${quoted(written)} n’est pas connue`;
  const message = `${what} : d’après ses espaces de noms, le paquet est lu en ${read}. Faites-la ajouter dans « schemaversion ».`;
  report.add('unusual', isOld(standard) ? 'SCORM 1.2 CAM § 2.3' : 'SCORM 2004 CAM § 3.4', element, message);
}
