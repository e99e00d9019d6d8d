import type { Finding } from '../finding.ts';
import type { PackageManifest } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import { checkManifest } from './check-manifest.ts';
import { detectStandard } from './detect-standard.ts';
import { nameUnread } from './name-unread.ts';
import { packageFiles } from './package-files.ts';
import { readContext, type ReadContext } from './read-context.ts';
import { itemReading } from './read-items.ts';
import { readOrganizations } from './read-organizations.ts';
import { readResources } from './read-resources.ts';
import { sequencingSource } from './read-sequencing.ts';
import { startReport, type Report } from './report.ts';
import { baseOf, NO_BASE } from './resolve-address.ts';
import { childOf, identifierOf } from './xml-access.ts';

/** The archive around a manifest: its folder there, with its last slash, and every file by its path. */
export interface ManifestArchive {
  folder: string;
  files: readonly string[];
}

/** A package as its manifest describes it, null exactly when something refuses it; and all there is to say of it. */
export interface ReadManifest {
  manifest: PackageManifest | null;
  findings: Finding[];
}

/** Reads the manifest of a SCORM package, of whatever edition, and says what is wrong or unusual in it and where. */
export function readManifest(root: XmlElement, archive: ManifestArchive): ReadManifest {
  const report = startReport(manifestFile(archive));
  const standard = detectStandard(root, report);
  if (standard === null) return { manifest: null, findings: report.findings() };
  const context = readContext(standard, report, { folder: archive.folder, files: packageFiles(archive.files) });
  const manifest = readParts(root, context);
  return { manifest: report.isRefused() ? null : manifest, findings: inOrder(report) };
}

function manifestFile({ folder, files }: ManifestArchive): string {
  const usual = `${folder}imsmanifest.xml`;
  if (files.includes(usual)) return usual;
  return files.find((path) => path.toLowerCase() === usual.toLowerCase()) ?? usual;
}

function readParts(root: XmlElement, context: ReadContext): PackageManifest | null {
  const resources = readResources(root, baseOf(root, NO_BASE, context), context);
  const reading = itemReading(context, resources, sequencingSource(root, context));
  const read = readOrganizations(root, reading);
  nameUnread(root, context);
  if (!read) return null;
  const played = read.organizations.find(({ identifier }) => identifier === read.played)!;
  const manifest: PackageManifest = {
    standard: context.standard,
    identifier: manifestIdentifier(root, context),
    title: played.title,
    folder: context.folder,
    organizations: read.organizations,
    defaultOrganization: read.played,
    resources: [...resources.values()].map(({ resource }) => resource),
  };
  const organizations = childOf(root, 'organizations')!;
  checkManifest(manifest, { root, organizations, items: reading.elements, resources }, context);
  return manifest;
}

function manifestIdentifier(root: XmlElement, { report, clause }: ReadContext): string {
  const identifier = identifierOf(root, 'identifier');
  if (identifier !== null) return identifier;
  const message =
    'Le manifeste n’a pas d’identifiant : une nouvelle livraison ne peut être reconnue à lui seul. Faites-en ajouter un.';
  report.add('wrong', clause, root, message);
  return 'MANIFEST';
}

const RANK: Record<Finding['severity'], number> = { refused: 0, wrong: 1, unusual: 2 };

/** The gravest first, then as they come in the file. */
function inOrder(report: Report): Finding[] {
  return report
    .findings()
    .toSorted(
      (one, other) => RANK[one.severity] - RANK[other.severity] || (one.place.line ?? 0) - (other.place.line ?? 0),
    );
}
