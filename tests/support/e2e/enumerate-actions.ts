import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const SOURCE = resolve(import.meta.dirname, '../../../src/actions/index.ts');

/** The names of the actions that the product registers, read from the source: a new one is seen at once. */
export function enumerateActions(): string[] {
  const ast = ts.createSourceFile(SOURCE, readFileSync(SOURCE, 'utf8'), ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  ts.forEachChild(ast, (node) => {
    if (!ts.isVariableStatement(node)) return;
    for (const { name, initializer } of node.declarationList.declarations)
      if (name.getText() === 'server' && initializer && ts.isObjectLiteralExpression(initializer))
        names.push(...initializer.properties.map((property) => property.name!.getText()));
  });
  return names;
}
