import ts from 'typescript';
import type { SourceFile } from './source-file.ts';

/** A stretch of TypeScript inside a file: the whole of a `.ts`, the fence or one `<script>` of an `.astro`. */
export interface Script {
  ast: ts.SourceFile;
  /** Lines of the file that stand before it. */
  linesBefore: number;
}

const parsed = new WeakMap<SourceFile, Script[]>();

/** The TypeScript of a file, parsed; nothing for styles and other texts. */
export function scriptsOf(file: SourceFile): Script[] {
  let scripts = parsed.get(file);
  if (!scripts) parsed.set(file, (scripts = parseScripts(file)));
  return scripts;
}

/** The line of a node in its file, counted from 1. */
export function lineOf({ ast, linesBefore }: Script, node: ts.Node): number {
  return linesBefore + ast.getLineAndCharacterOfPosition(node.getStart(ast)).line + 1;
}

/** Calls `visit` on every node below `node`, outer ones first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Every node of a file, with the script that holds it. */
export function nodesOf(file: SourceFile): { node: ts.Node; script: Script }[] {
  const nodes: { node: ts.Node; script: Script }[] = [];
  for (const script of scriptsOf(file)) walk(script.ast, (node) => void nodes.push({ node, script }));
  return nodes;
}

/** The markup of an `.astro` file: its fence, scripts and styles replaced by blank lines. */
export function markupOf(file: SourceFile): string {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  return file.text.replace(FENCE, blank).replace(SCRIPT, blank).replace(STYLE, blank);
}

const FENCE = /^---\r?\n[\s\S]*?\n---/;
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const STYLE = /<style\b[^>]*>[\s\S]*?<\/style>/g;

function parseScripts({ path, text }: SourceFile): Script[] {
  if (/\.(ts|tsx|mjs)$/.test(path)) return [parse(path, text, 0)];
  if (!path.endsWith('.astro')) return [];
  const fence = FENCE.exec(text)?.[0] ?? '';
  const scripts = [parse(path, fence.replaceAll('---', '///'), 0)];
  for (const match of text.matchAll(SCRIPT)) {
    const opening = /^<script\b[^>]*>/.exec(match[0])?.[0] ?? '';
    const before = text.slice(0, match.index + opening.length);
    const body = match[0].slice(opening.length, -'</script>'.length);
    scripts.push(parse(path, body, before.split('\n').length - 1));
  }
  return scripts;
}

function parse(path: string, text: string, linesBefore: number): Script {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { ast: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind), linesBefore };
}
