import type { Block, CompiledLesson, CompiledModule, PoolQuestion } from './compiled-module.ts';

/** A module as an earlier compiler may have left it: what was not written then is missing. */
export interface StoredModule extends Partial<CompiledModule> {
  lessons?: CompiledLesson[];
}

/** What the first compiler did not give, each with a value that claims nothing. */
const EMPTY_NOTICE: CompiledModule['notice'] = { topics: [], intensity: 1, media: '', detail: null };
const OLD_REFERENCE = { confidence: 'C', toVerify: true } as const;
const OLD_SITUATION = { viewpoint: 'collegue', setting: 'Au travail' } as const;
const OLD_QUESTION = { level: 'comprendre' } as const;
const OLD_REVIEW_DAYS = 365;

/**
 * Gives a stored module the shape of today's. Somebody who began a version follows it to its end, even one that today's
 * compiler refuses for want of what authors were not asked then.
 */
export function completeModule(stored: StoredModule): CompiledModule {
  const module = stored as CompiledModule;
  return {
    ...module,
    audiences: stored.audiences ?? ['personnels'],
    givenInPerson: stored.givenInPerson ?? null,
    reviewDays: stored.reviewDays ?? OLD_REVIEW_DAYS,
    glossary: stored.glossary ?? [],
    lessons: (stored.lessons ?? []).map((lesson) => completeLesson(lesson, stored.notice ?? EMPTY_NOTICE)),
    pool: (stored.pool ?? []).map((question): PoolQuestion => ({ ...OLD_QUESTION, ...question })),
  };
}

function completeLesson(lesson: Partial<CompiledLesson>, notice: CompiledModule['notice']): CompiledLesson {
  return {
    ...(lesson as CompiledLesson),
    notice: lesson.notice ?? { ...notice, detail: null },
    sources: lesson.sources ?? [],
    glossary: lesson.glossary ?? [],
    blocks: (lesson.blocks ?? []).map(completeBlock),
  };
}

function completeBlock(block: Block): Block {
  if (block.kind === 'reference' && !('confidence' in block))
    return { ...(block as object), ...OLD_REFERENCE } as Block;
  if (block.kind === 'situation') return { ...OLD_SITUATION, ...block };
  return block;
}
