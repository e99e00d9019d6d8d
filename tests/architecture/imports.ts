import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-file.ts';
import { lineOf, nodesOf } from './syntax.ts';

/** One `import`, `export … from` or `import()` of a file. */
export interface Import {
  from: string;
  line: number;
  specifier: string;
  /** The path it leads to in the tree; null for a package. */
  target: string | null;
  /** The package's name, with `node:` for Node's own modules; null for a file of the tree. */
  packageName: string | null;
  /** Leaves nothing in the program that runs. */
  isTypeOnly: boolean;
  names: string[];
}

const ALIASES: Record<string, string> = {
  '#domain/': 'src/domain/',
  '#features/': 'src/features/',
  '#platform/': 'src/platform/',
  '#ui/': 'src/ui/',
  '#db/': 'db/',
  '#tests/': 'tests/',
};

const found = new WeakMap<SourceFile, Import[]>();

/** Everything a file imports. */
export function importsOf(file: SourceFile): Import[] {
  let imports = found.get(file);
  if (!imports) found.set(file, (imports = findImports(file)));
  return imports;
}

function findImports(file: SourceFile): Import[] {
  return nodesOf(file).flatMap(({ node, script }) => {
    const parts = importedBy(node);
    if (!parts) return [];
    return [{ ...located(file.path, parts.specifier), ...parts, from: file.path, line: lineOf(script, node) }];
  });
}

/** « src/pages/a.astro:3 imports '#ui/b.astro' », the beginning of every complaint about an import. */
export function described({ from, line, specifier }: Import): string {
  return `${from}:${line} imports '${specifier}'`;
}

function importedBy(node: ts.Node): Pick<Import, 'specifier' | 'isTypeOnly' | 'names'> | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const named = node.importClause?.namedBindings;
    const elements = named && ts.isNamedImports(named) ? named.elements : [];
    const names = elements
      .filter((element) => !element.isTypeOnly)
      .map((element) => (element.propertyName ?? element.name).text);
    const isInlineTypeOnly = elements.length > 0 && names.length === 0 && !node.importClause?.name;
    const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || isInlineTypeOnly;
    return { specifier: node.moduleSpecifier.text, isTypeOnly, names: isTypeOnly ? [] : names };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return { specifier: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly, names: [] };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    if (argument && ts.isStringLiteralLike(argument)) return { specifier: argument.text, isTypeOnly: false, names: [] };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
    return { specifier: node.argument.literal.text, isTypeOnly: true, names: [] };
  return null;
}

function located(from: string, specifier: string): Pick<Import, 'target' | 'packageName'> {
  if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(from), specifier), packageName: null };
  for (const [alias, folder] of Object.entries(ALIASES))
    if (specifier.startsWith(alias)) return { target: folder + specifier.slice(alias.length), packageName: null };
  const parts = specifier.split('/');
  return { target: null, packageName: specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]! };
}
