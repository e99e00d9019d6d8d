import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledLesson, CompiledModule } from '#domain/module/compiled-module.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { blockHtml, isExercise } from './blocks/block-html.ts';
import { exercisePrintHtml } from './blocks/exercise-print.ts';
import { titleLevels } from './blocks/title-level.ts';
import { findFollowed } from './followed-version.ts';
import { isPackage } from './is-package.ts';

export interface BookletPage extends Pick<
  CompiledModule,
  'title' | 'summary' | 'minutes' | 'notice' | 'workingNotice'
> {
  edition: number;
  revision: number;
  lessons: BookletLesson[];
}

export interface BookletLesson extends Pick<CompiledLesson, 'number' | 'title' | 'objective' | 'sources' | 'glossary'> {
  html: string;
}

export type BookletPageResult =
  | { outcome: 'shown'; page: BookletPage }
  /** The advance notice comes before any text: it is on the module's page. */
  | { outcome: 'not-begun' }
  | { outcome: 'not-found' };

/** The whole of a module on one page, made for print: exercises without their answers, hard descriptions by their substance. */
export async function loadBookletPage(
  db: Kysely<Database>,
  personId: string,
  asked: { code: string; today: CivilDate },
): Promise<BookletPageResult> {
  const followed = await findFollowed(db, personId, asked);
  if (!followed || isPackage(followed.version.module)) return { outcome: 'not-found' };
  if (!followed.isBegun) return { outcome: 'not-begun' };
  const { edition, revision, module } = followed.version;
  const { title, summary, minutes, notice, workingNotice } = module;
  const lessons = module.lessons.map(bookletLesson);
  return { outcome: 'shown', page: { title, summary, minutes, notice, workingNotice, edition, revision, lessons } };
}

/** A lesson as it stands on paper, or wherever the platform does not answer: exercises without their answers. */
export function bookletLesson({ number, title, objective, sources, glossary, blocks }: CompiledLesson): BookletLesson {
  const levels = titleLevels(blocks);
  const html = blocks.map((block, index) => {
    const level = levels[index]!;
    return isExercise(block) ? exercisePrintHtml(block, level) : blockHtml(block, level, 'folded');
  });
  return { number, title, objective, sources, glossary, html: forPaper(html.join('')) };
}

/**
 * What is folded on a screen is open, and nothing has an id, is named by one or leads within the page: lessons share ids, and paper
 * has no links. A question to oneself is left without its field, which would have lost its label. The title of a lesson is a heading
 * of the second level here, so those of its text stand one lower.
 */
function forPaper(html: string): string {
  return html
    .replace(/<div class="reflexion__own[\s\S]*?<\/div>/g, '')
    .replace(/ (?:id|aria-labelledby)="[^"]*"/g, '')
    .replace(/<details\b(?! open)/g, '<details open')
    .replace(/(<\/?h)([2-5])\b/g, (_tag, start: string, level: string) => start + (Number(level) + 1))
    .replace(/<a\b[^>]*\bhref="#[^"]*"[^>]*>([\s\S]*?)<\/a>/g, '$1');
}
