import GithubSlugger from 'github-slugger';
import type { Heading } from '#domain/module/compiled-module.ts';
import { createMentionLinker, type MentionLinker } from '../glossary/link-mentions.ts';
import type { Passage } from '../language/passage.ts';
import { passagesOfAttributes } from '../language/read-passages.ts';
import type { Reporter } from '../reporter.ts';
import type { SourceText } from '../source-text.ts';
import { buildTree, type Child } from '../tags/build-tree.ts';
import type { InlineHtmlTag } from '../tags/inline-html.ts';
import { placeComponents } from '../tags/place-components.ts';
import { scanTags } from '../tags/scan-tags.ts';
import type { ModuleScope } from './module-scope.ts';

/** One MDX file being compiled: what every check needs to know of it. */
export interface Page {
  source: SourceText;
  /** The source, as long as it is, with stand-ins for inline HTML. */
  prose: string;
  inlineTags: InlineHtmlTag[];
  /** Prose and blocks, in order. */
  children: Child[];
  report: Reporter;
  scope: ModuleScope;
  /** The lesson's slug; null for the assessment. */
  lesson: string | null;
  headings: Heading[];
  slugger: GithubSlugger;
  mentions: MentionLinker;
  /** Every text of the page that a reader sees, in the order in which it was read. */
  passages: Passage[];
}

/** Reads the tags of a file from `bodyStart`, after its front matter, and pairs them. */
export function openPage(
  source: SourceText,
  bodyStart: number,
  lesson: string | null,
  scope: ModuleScope,
  report: Reporter,
): Page {
  const { tags, inlineTags, prose } = scanTags(source.text, bodyStart, report);
  const tree = buildTree(prose, bodyStart, tags, report);
  const children = placeComponents(tree, source.text, report);
  return {
    source,
    prose,
    inlineTags,
    children,
    report,
    scope,
    lesson,
    headings: [],
    slugger: new GithubSlugger(),
    mentions: createMentionLinker(lesson === null ? [] : scope.glossary),
    passages: passagesOfAttributes(children),
  };
}
