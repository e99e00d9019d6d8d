import ts from 'typescript';
import type { SourceFile } from './source-file.ts';
import { lineOf, nodesOf } from './syntax.ts';

const CLOCK = 'src/platform/clock.ts';

/** Dates are built from given values by the domain's calendar, and by the one adapter whose library speaks in dates. */
const DATE_BUILDERS = [/^src\/domain\/time\//, /^src\/features\/sign-in\/lucia-adapter\.ts$/];

/** Places that read the time, or that build dates of their own (STYLE, rule 14). */
export function clockReads(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => path !== CLOCK)
    .flatMap((file) =>
      nodesOf(file).flatMap(({ node, script }) => {
        const where = `${file.path}:${lineOf(script, node)}`;
        if (readsTime(node)) return [`${where} reads the time: commands get now from the clock`];
        const buildsDate = ts.isNewExpression(node) && node.expression.getText(script.ast) === 'Date';
        const mayBuild = DATE_BUILDERS.some((pattern) => pattern.test(file.path));
        return buildsDate && !mayBuild ? [`${where} builds a date: domain/time does that`] : [];
      }),
    );
}

function readsTime(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  if (!ts.isCallExpression(node)) return false;
  const callee = node.expression.getText();
  return callee === 'Date.now' || callee === 'Date';
}
