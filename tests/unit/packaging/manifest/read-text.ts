import type { Finding } from '#domain/packaging/finding.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import { readManifest, type ReadManifest } from '#domain/packaging/manifest/read-manifest.ts';
import { parseXml } from '#platform/xml/parse-xml.ts';

const FILES = ['imsmanifest.xml', 'a.html', 'b.html'];

/** Reads a manifest from its text, in an archive of these files. */
export function readText(
  text: string | Uint8Array,
  files: readonly string[] = FILES,
  folder = '',
): ReadManifest & { messages: string[] } {
  const parsed = parseXml(typeof text === 'string' ? Buffer.from(text) : text);
  if (parsed.kind === 'refused') throw new Error(parsed.finding.message);
  const read = readManifest(parsed.root, { folder, files });
  return { ...read, messages: read.findings.map(({ severity, message }) => `${severity} ${message}`) };
}

/** The same for one that must be accepted. */
export function accepted(text: string | Uint8Array, files: readonly string[] = FILES, folder = ''): PackageManifest {
  const { manifest, messages } = readText(text, files, folder);
  if (!manifest) throw new Error(messages.join('\n'));
  return manifest;
}

/** The only finding whose words match, with where it is. */
export function findingOf(text: string, pattern: RegExp, files: readonly string[] = FILES): Finding {
  const found = readText(text, files).findings.filter(({ message }) => pattern.test(message));
  if (found.length !== 1) throw new Error(`${found.length} findings: ${readText(text, files).messages.join('\n')}`);
  return found[0]!;
}
