import ts from 'typescript';
import { featureOf } from './places.ts';
import type { SourceFile } from './source-file.ts';
import { lineOf, nodesOf } from './syntax.ts';
import { TABLE_OWNERS, TRACE_TABLES } from './table-owners.ts';

const WRITERS = new Set(['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto']);
const WRITING_SQL = /\b(insert\s+(or\s+\w+\s+)?into|replace\s+into|update\s+\w+\s+set|delete\s+from)\b/i;

/** Writes to a table by a feature that does not own it, or by anything that is no feature. */
export function foreignWrites(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    nodesOf(file).flatMap(({ node, script }) => {
      const where = `${file.path}:${lineOf(script, node)}`;
      if (isSqlText(node) && WRITING_SQL.test(textOf(node))) return [`${where} writes with sql: use Kysely's builder`];
      const table = writtenTable(node);
      if (table === null) return [];
      if (!isTable(table)) return [`${where} writes to ${table || 'a table that is not named there'}`];
      const owner = TABLE_OWNERS[table];
      return owner === featureOf(file.path) ? [] : [`${where} writes to ${table}, which ${owner} owns`];
    }),
  );
}

/** Texts by which a file would read a trace table: `'attempt'`, `'place as p'`, `'lesson_read.lesson'`, or sql that names one. */
export function traceReads(files: SourceFile[]): string[] {
  const traces = TRACE_TABLES.join('|');
  const inBuilder = new RegExp(`^(${traces})( as \\w+|\\.\\w+( as \\w+)?)?$`);
  const inSql = new RegExp(`\\b(from|join)\\s+"?(${traces})\\b`, 'i');
  return files.flatMap((file) =>
    nodesOf(file).flatMap(({ node, script }) => {
      if (!isText(node)) return [];
      const text = textOf(node);
      const found = inBuilder.exec(text)?.[1] ?? inSql.exec(text)?.[2];
      return found ? [`${file.path}:${lineOf(script, node)} reads the trace ${found}`] : [];
    }),
  );
}

function writtenTable(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  if (!WRITERS.has(node.expression.name.text)) return null;
  const [table] = node.arguments;
  return table && ts.isStringLiteralLike(table) ? table.text.split(' ')[0]! : '';
}

function isTable(name: string): name is keyof typeof TABLE_OWNERS {
  return Object.hasOwn(TABLE_OWNERS, name);
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function isSqlText(node: ts.Node): boolean {
  return isText(node) && ts.isTaggedTemplateExpression(node.parent);
}

function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return '';
  return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
}
