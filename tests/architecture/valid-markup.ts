import type { SourceFile } from './source-file.ts';
import { markupOf } from './syntax.ts';

/** Tables of the interface that do not begin with their caption, the only title that every reader ties to its table. */
export function tablesWithoutCaption(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.endsWith('.astro'))
    .filter((file) => /<table\b[^>]*>(?!\s*<caption\b)/.test(markupOf(file)))
    .map(({ path }) => `${path} has a table without its caption`);
}

/** Pages that write something after their layout: it would come after the end of the document, where HTML allows nothing; Astro moves styles. */
export function writesAfterTheEnd(files: SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => path.startsWith('src/pages/') && /<\/(?:App|Page)\w+>\s*(?!<style\b)\S/.test(text))
    .map(({ path }) => `${path} writes after the end of the document`);
}
