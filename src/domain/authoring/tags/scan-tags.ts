import { braceAsTyped, refusedComment, symbolFontCharacter, unclosedCode } from '../problems/tag-problems.ts';
import type { Reporter } from '../reporter.ts';
import { endOfCodeSpan, readFence } from './code-regions.ts';
import type { InlineHtmlTag } from './inline-html.ts';
import { readChevron } from './read-chevron.ts';
import { reportStatement } from './report-statement.ts';
import { MOST_STAND_INS, PRIVATE_USE, standInFor } from './stand-ins.ts';
import type { Tag } from './tag.ts';

/** What the scanner saw in a file. */
export interface Scan {
  /** Tags of components, known or not, in the order of the file. */
  tags: Tag[];
  inlineTags: InlineHtmlTag[];
  /** The text, as long as the one scanned, with stand-ins for the inline HTML: what the Markdown parser may read. */
  prose: string;
}

const SIGN = /[\\`<{\n]/g;
const COMMENT = /\{\s*\/\*(?:[^*]|\*(?!\/))*\*\/\s*\}/y;

/** Goes through a file once, from `from`, and sorts every `<` and `{` outside code into tags, mistakes and plain text. */
export function scanTags(text: string, from: number, report: Reporter): Scan {
  const scan: Scan = { tags: [], inlineTags: [], prose: withoutPrivateUse(text, report) };
  let at = from;
  while (at < text.length) {
    if (isLineStart(text, at)) {
      const fence = readFence(text, at);
      if (fence) {
        if (!fence.isClosed) report.error(at, unclosedCode());
        at = fence.end;
        continue;
      }
      reportStatement(text, at, report);
    }
    SIGN.lastIndex = at;
    const sign = SIGN.exec(text);
    if (!sign) break;
    at = readSign(text, sign.index, scan, report);
  }
  return { ...scan, prose: hideInlineTags(scan.prose, scan.inlineTags) };
}

function readSign(text: string, at: number, scan: Scan, report: Reporter): number {
  switch (text[at]) {
    case '\\':
      return /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '') ? at + 2 : at + 1;
    case '`':
      return endOfCodeSpan(text, at);
    case '<':
      return readSignOfTag(text, at, scan, report);
    case '{':
      return readBrace(text, at, report);
    default:
      return at + 1;
  }
}

function readSignOfTag(text: string, at: number, scan: Scan, report: Reporter): number {
  const chevron = readChevron(text, at);
  switch (chevron.is) {
    case 'component':
      for (const fault of chevron.faults) report.error(fault.offset, fault.finding);
      scan.tags.push(chevron.tag);
      break;
    case 'unknown-component':
      if (chevron.tag.kind !== 'close') report.error(at, chevron.finding);
      scan.tags.push(chevron.tag);
      break;
    case 'inline-html':
      if (scan.inlineTags.length < MOST_STAND_INS) scan.inlineTags.push(chevron.tag);
      break;
    case 'refused':
      report.error(at, chevron.finding);
      break;
    case 'text':
      if (chevron.finding) report.notice(at, chevron.finding);
  }
  return chevron.end;
}

function readBrace(text: string, at: number, report: Reporter): number {
  COMMENT.lastIndex = at;
  const comment = COMMENT.exec(text)?.[0];
  if (!comment) {
    report.notice(at, braceAsTyped());
    return at + 1;
  }
  report.error(at, refusedComment());
  return at + comment.length;
}

function withoutPrivateUse(text: string, report: Reporter): string {
  return text.replace(PRIVATE_USE, (character: string, offset: number) => {
    report.notice(offset, symbolFontCharacter());
    return '\uFFFD'.repeat(character.length);
  });
}

function hideInlineTags(prose: string, tags: readonly InlineHtmlTag[]): string {
  let hidden = '';
  let from = 0;
  for (const [index, tag] of tags.entries()) {
    hidden += prose.slice(from, tag.start) + standInFor(index, tag.typed.length);
    from = tag.start + tag.typed.length;
  }
  return hidden + prose.slice(from);
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}
