import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { mdxMd } from 'micromark-extension-mdx-md';

/** CommonMark and tables, without HTML, autolinks and indented code: there, `<` is a character like any other. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [mdxMd(), gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}
