import ts from 'typescript';
import type { SourceFile } from './source-file.ts';
import { lineOf, markupOf, nodesOf } from './syntax.ts';

const FORBIDDEN: [RegExp, string][] = [
  [/\sstyle\s*=/g, 'a style attribute, which the content policy refuses'],
  [/\sis:inline\b/g, 'is:inline, which no policy hash covers'],
  [/\son[a-z]+\s*=/g, 'an inline handler, which the content policy refuses'],
  [/\sdefine:vars\b/g, 'define:vars, which writes an inline script or style'],
];

/** Markup that a strict Content-Security-Policy refuses, in pages and components. */
export function inlineCode(files: SourceFile[]): string[] {
  return [...files.filter(({ path }) => path.endsWith('.astro')).flatMap(inAstro), ...files.flatMap(inIslands)];
}

function inAstro(file: SourceFile): string[] {
  const markup = markupOf(file) + openingTagsOfScripts(file);
  return FORBIDDEN.flatMap(([pattern, name]) =>
    [...markup.matchAll(pattern)].map(({ index }) => `${file.path}:${lineAt(markup, index)} has ${name}`),
  );
}

function openingTagsOfScripts({ text }: SourceFile): string {
  return [...text.matchAll(/<(script|style)\b[^>]*>/g)].map(([tag]) => tag).join('');
}

/** In an island `onClick={…}` is React's own, added by script; a style prop becomes an attribute. */
function inIslands(file: SourceFile): string[] {
  return nodesOf(file).flatMap(({ node, script }) => {
    if (!ts.isJsxAttribute(node) || node.name.getText(script.ast) !== 'style') return [];
    return [`${file.path}:${lineOf(script, node)} has a style attribute, which the content policy refuses`];
  });
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
