import type { CompiledLesson, CompiledModule } from '#domain/module/compiled-module.ts';
import { blockText } from './block-text.ts';
import { gatherGlossary, type GlossaryTerm } from './glossary.ts';
import { joinLines } from './html-text.ts';

/** One thing that a search may lead to. */
export interface SearchDocument {
  kind: 'lesson' | 'term';
  title: string;
  objective: string;
  headings: string;
  body: string;
  /** The module of a lesson; empty for a term, which several modules may share. */
  moduleCode: string;
  /** The number of a lesson, the id of a term. */
  place: string;
}

/** Everything that can be found in these modules. */
export function searchDocuments(modules: readonly CompiledModule[]): SearchDocument[] {
  return [
    ...modules.flatMap(({ code, lessons }) => lessons.map((lesson) => lessonDocument(code, lesson))),
    ...gatherGlossary(modules).map(termDocument),
  ];
}

function lessonDocument(moduleCode: string, lesson: CompiledLesson): SearchDocument {
  return {
    kind: 'lesson',
    title: joinLines([lesson.title]),
    objective: joinLines([lesson.objective]),
    headings: joinLines(lesson.headings.map(({ text }) => text)),
    body: joinLines(lesson.blocks.map(blockText)),
    moduleCode,
    place: String(lesson.number),
  };
}

function termDocument({ id, term, definitions }: GlossaryTerm): SearchDocument {
  return {
    kind: 'term',
    title: joinLines([term]),
    objective: '',
    headings: '',
    body: joinLines(definitions.map(({ text }) => text)),
    moduleCode: '',
    place: id,
  };
}
