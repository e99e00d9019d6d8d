import { described, importsOf } from './imports.ts';
import type { SourceFile } from './source-file.ts';

const AUTHORING = /^src\/domain\/authoring\//;

/** The only places that know a package, so that it can be replaced there; what the import law names (astro, kysely, react) is not here. */
const PACKAGE_HOMES: Record<string, readonly RegExp[]> = {
  zod: [/^src\/(domain|features|platform|actions|cli)\//],
  '@node-rs/argon2': [/^src\/features\/sign-in\//],
  lucia: [/^src\/features\/sign-in\//],
  'better-sqlite3': [/^src\/platform\/db\//],
  'csv-parse': [/^src\/features\/imports\//, /^src\/platform\/lists\//],
  'csv-stringify': [/^src\/platform\//],
  yaml: [AUTHORING, /^src\/features\/help\//, /^src\/platform\/content\//],
  'github-slugger': [AUTHORING],
  'hast-util-sanitize': [AUTHORING],
  'hast-util-to-html': [AUTHORING],
  'mdast-util-from-markdown': [AUTHORING],
  'mdast-util-gfm-table': [AUTHORING],
  'mdast-util-mdx-jsx': [AUTHORING],
  'mdast-util-to-hast': [AUTHORING],
  'micromark-extension-gfm-table': [AUTHORING],
  'micromark-extension-mdx-jsx': [AUTHORING],
  'micromark-extension-mdx-md': [AUTHORING],
  hucre: [/^src\/platform\/lists\//],
  unpdf: [/^src\/platform\/pdf\//],
  nodemailer: [/^src\/platform\/mail\//],
  pdfkit: [/^src\/platform\/pdf\//],
  '@xmldom/xmldom': [/^src\/platform\/xml\//],
  '@noble/hashes': [/^src\/features\/delivery\/client\//],
  yauzl: [/^src\/platform\/archive\//],
  yazl: [/^src\/platform\/archive\//],
  send: [/^src\/features\/package-player\/origin\//],
  vite: [/\/vite\.config\.ts$/],
  'scorm-again': [/^src\/features\/package-player\/shell\//],
  sirv: [/^src\/cli\//],
  '@fontsource/atkinson-hyperlegible-next': [/^src\/ui\/(styles|layouts)\//],
};

const UNDER_THE_LAW = /^(astro(:.*)?|@astrojs|@astrojs\/.*|kysely|react|react-dom|node:.*)$/;

/** Packages used outside their home, or that have none. */
export function strayPackages(files: SourceFile[]): string[] {
  return files.flatMap(importsOf).flatMap((edge) => {
    if (edge.packageName === null || UNDER_THE_LAW.test(edge.packageName)) return [];
    const homes = PACKAGE_HOMES[edge.packageName] ?? [];
    const isTypeOfParsers = edge.isTypeOnly && /^(mdast|hast|unist|micromark-util-types)/.test(edge.packageName);
    if (homes.some((home) => home.test(edge.from)) || (isTypeOfParsers && AUTHORING.test(edge.from))) return [];
    return [`${described(edge)}: ${edge.packageName} is not known there (tests/architecture/packages.ts)`];
  });
}
