import type { DrawingPage } from '../drawings/drawing-page.ts';
import type { PageText } from '../language/passage.ts';
import type { LessonFile } from '../names/lesson-file-name.ts';
import type { CompileContext, ModuleSources } from '../module-sources.ts';
import type { Reporter } from '../reporter.ts';
import type { GlossaryTerm } from '../settings/glossary-settings.ts';
import type { PlacedStatement } from '../statements/placed-statement.ts';

/** What the pages of one module share while they are compiled. */
export interface ModuleScope {
  slug: string;
  code: string;
  lessons: LessonFile[];
  media: ModuleSources['media'];
  /** The SVG among the media, by path. */
  drawings: Map<string, DrawingPage>;
  /** In alphabetical order. */
  glossary: GlossaryTerm[];
  context: CompileContext;
  /** Where each question and case is, by its id. */
  identifiers: Map<string, string>;
  /** Ids of headings, by the lesson's slug. */
  headingIds: Map<string, Set<string>>;
  /** Links to headings, checked once all lessons are read. */
  headingLinks: HeadingLink[];
  usedMedia: Set<string>;
  /** Ids of the terms that a lesson links to. */
  mentionedTerms: Set<string>;
  hasReflection: boolean;
  /** What the lessons read so far state with their sources. */
  statements: PlacedStatement[];
  /** The articles and texts that sources name, even in a card that has something wrong. */
  citedSources: string[];
  /** What readers see of the files read so far. */
  texts: PageText[];
}

export interface HeadingLink {
  /** The lesson aimed at. */
  lesson: string;
  headingId: string;
  offset: number;
  report: Reporter;
}

/** What must be read of a module before its pages. */
export type ModuleBasis = Pick<ModuleScope, 'code' | 'lessons' | 'drawings' | 'glossary'>;

/** The scope of a module of which no page has been read yet. */
export function createModuleScope(sources: ModuleSources, context: CompileContext, basis: ModuleBasis): ModuleScope {
  return {
    ...basis,
    slug: sources.slug,
    media: sources.media,
    context,
    identifiers: new Map(),
    headingIds: new Map(),
    headingLinks: [],
    usedMedia: new Set(),
    mentionedTerms: new Set(),
    hasReflection: false,
    statements: [],
    citedSources: [],
    texts: [],
  };
}
