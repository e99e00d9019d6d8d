import ts from 'typescript';
import type { SourceFile } from './source-file.ts';
import { lineOf, nodesOf, type Script } from './syntax.ts';

const MAX_FILE_LINES = 300;
const MAX_FUNCTION_LINES = 60;
const MAX_MEDIAN_LINES = 60;

/** Files that are too long to be one idea (STYLE, rule 32). */
export function longFiles(files: SourceFile[]): string[] {
  return files
    .map((file) => ({ path: file.path, lines: countLines(file) }))
    .filter(({ lines }) => lines > MAX_FILE_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines: ${MAX_FILE_LINES} at most`);
}

/** Functions too long to be read at once; a `describe` groups tests and is not one. */
export function longFunctions(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    nodesOf(file).flatMap(({ node, script }) => {
      if (!ts.isFunctionLike(node) || isDescribe(node)) return [];
      const lines = countNodeLines(script, node);
      const where = `${file.path}:${lineOf(script, node)}`;
      return lines > MAX_FUNCTION_LINES
        ? [`${where} is a function of ${lines} lines: ${MAX_FUNCTION_LINES} at most`]
        : [];
    }),
  );
}

/** A complaint when the middle file has grown beyond one screen. */
export function heavyMedian(files: SourceFile[]): string[] {
  const lines = files.map(countLines).sort((a, b) => a - b);
  const median = lines[Math.floor(lines.length / 2)] ?? 0;
  return median > MAX_MEDIAN_LINES ? [`the median file has ${median} lines: ${MAX_MEDIAN_LINES} at most`] : [];
}

function countLines({ text }: SourceFile): number {
  return text.replace(/\n$/, '').split('\n').length;
}

function countNodeLines({ ast }: Script, node: ts.Node): number {
  const line = (position: number) => ast.getLineAndCharacterOfPosition(position).line;
  return line(node.end) - line(node.getStart(ast)) + 1;
}

function isDescribe(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^(test\.)?describe\b/.test(node.parent.expression.getText());
}
