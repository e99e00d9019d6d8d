import type { LessonFile } from '../names/lesson-file-name.ts';
import type { CompileContext, ModuleSources } from '../module-sources.ts';
import type { Reporter } from '../reporter.ts';

/** What the pages of one module share while they are compiled. */
export interface ModuleScope {
  slug: string;
  code: string;
  lessons: LessonFile[];
  media: ModuleSources['media'];
  context: CompileContext;
  /** Where each question and case is, by its id. */
  identifiers: Map<string, string>;
  /** Ids of headings, by the lesson's slug. */
  headingIds: Map<string, Set<string>>;
  /** Links to headings, checked once all lessons are read. */
  headingLinks: HeadingLink[];
  usedMedia: Set<string>;
}

export interface HeadingLink {
  /** The lesson aimed at. */
  lesson: string;
  headingId: string;
  offset: number;
  report: Reporter;
}

/** The scope of a module of which nothing has been read yet. */
export function createModuleScope(
  sources: ModuleSources,
  context: CompileContext,
  code: string,
  lessons: LessonFile[],
): ModuleScope {
  return {
    slug: sources.slug,
    code,
    lessons,
    media: sources.media,
    context,
    identifiers: new Map(),
    headingIds: new Map(),
    headingLinks: [],
    usedMedia: new Set(),
  };
}
