import ts from 'typescript';
import type { SourceFile } from './source-file.ts';
import { lineOf, nodesOf } from './syntax.ts';

/** Where a completion counts even if it was withdrawn, and why. */
export const WITHDRAWN_COUNTS_TOO: Record<string, string> = {
  'src/features/account/queries.ts': 'what is kept about a person is all of it; those withdrawn are told apart there',
  'src/features/journal/detail-phrases.ts': 'names the completion that an entry refers to, and reads none',
  'src/features/imports/uses-queries.ts': 'somebody for whom a completion was ever written has begun to serve',
};

const IN_BUILDER = /^completion( as \w+)?$/;
const IN_SQL = /\b(from|join)\s+"?completion\b/i;

/** Statements that read completions and say nothing of those that were withdrawn, which count no more from that day on. */
export function readsOfWithdrawnCompletions(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => !path.startsWith('src/domain/') && !Object.hasOwn(WITHDRAWN_COUNTS_TOO, path))
    .flatMap((file) =>
      nodesOf(file).flatMap(({ node, script }) => {
        if (!readsCompletions(node) || statementOf(node).getText().includes('withdrawn_on')) return [];
        return [`${file.path}:${lineOf(script, node)} reads completions whether withdrawn or not`];
      }),
    );
}

function readsCompletions(node: ts.Node): boolean {
  if (ts.isStringLiteral(node))
    return IN_BUILDER.test(node.text) && !ts.isLiteralTypeNode(node.parent) && !isInsert(node);
  return (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) && IN_SQL.test(node.getText());
}

function isInsert({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    parent.expression.name.text === 'insertInto'
  );
}

/** The nearest statement, or the whole of an arrow function that has no block. */
function statementOf(node: ts.Node): ts.Node {
  let at = node;
  while (!ts.isStatement(at) && at.parent) at = at.parent;
  return at;
}
