import type { CompiledLesson } from '#domain/module/compiled-module.ts';
import { blockHtml, isExercise, type ExerciseBlock } from '#features/learning/blocks/block-html.ts';
import { citedSource, verificationHtml } from '#features/learning/blocks/cited-source.ts';
import { CONFIDENCE_WORDS } from '#features/learning/blocks/confidence.ts';
import { exercisePrintHtml } from '#features/learning/blocks/exercise-print.ts';
import { titleLevels, type TitleLevel } from '#features/learning/blocks/title-level.ts';
import { objectiveSentence } from '#features/learning/objective-sentence.ts';
import { escapeText } from './escape-text.ts';
import { offline } from './offline.ts';

/** A lesson in the page of its module: its text is there without a script, its exercises as they stand on paper until one runs. */
export function deliveredLesson({ number, title, objective, notice, sources, blocks }: CompiledLesson): string {
  const levels = titleLevels(blocks);
  const html = blocks.map((block, index) =>
    isExercise(block) ? exerciseOnPaper(block, levels[index]!) : blockHtml(block, levels[index]!, 'full'),
  );
  return `<h2 tabindex="-1">${number}. ${escapeText(title)}</h2>
<p class="lede">${escapeText(objectiveSentence(objective))}</p>
${notice.intensity === 3 ? warning(notice) : ''}
<div class="prose">${amongLessons(offline(html.join('')), number)}</div>
${sourcesOf(sources, number)}`;
}

/** What the script puts the exercise in place of; it is a heading lower than in a page that has this lesson alone. */
function exerciseOnPaper(block: ExerciseBlock, level: TitleLevel): string {
  return `<div data-exercise="${escapeText(block.id)}" data-level="${level + 1}">${exercisePrintHtml(block, level)}</div>`;
}

function warning({ detail, topics, media }: CompiledLesson['notice']): string {
  return `<section class="block block--avertissement">
<h3 class="block__title">Avant cette leçon</h3>
${detail ? `<p>${escapeText(detail)}</p>` : ''}
<p class="meta">Sujets abordés : ${escapeText(topics.join(', '))}. ${escapeText(media)}</p>
<p>Les descriptions sont repliées : vous les ouvrez si vous le voulez. Vous pouvez <a href="#aide">demander de l’aide</a>, ou revenir plus tard.</p>
</section>`;
}

function sourcesOf(sources: CompiledLesson['sources'], number: number): string {
  if (sources.length === 0) return '';
  const listed = sources.map(({ statement, source, article, confidence, verifiedOn, toVerify }) => {
    const sure = toVerify ? '' : `${CONFIDENCE_WORDS[confidence]} · `;
    const verified = verificationHtml({ confidence, verifiedOn, toVerify });
    return `<li><p>${escapeText(statement)}</p><p class="meta"><cite>${escapeText(citedSource(source, article))}</cite> · ${sure}${verified}</p></li>`;
  });
  const id = `lecon-${number}-sources`;
  return `<section class="lesson-notes stack stack--s" aria-labelledby="${id}">
<h3 class="lesson-notes__title" id="${id}">Sources de cette leçon</h3>
<ul class="lesson-notes__list" role="list">${listed.join('')}</ul>
</section>`;
}

const NAMES = / (id|for|aria-labelledby|aria-describedby)="([^"]*)"/g;

/**
 * The text of a lesson beside the others: their ids begin with the lesson, but for the terms of the glossary, which the page has
 * once; and since the title of the lesson is a heading of the second level, those of its text stand one lower.
 */
function amongLessons(html: string, number: number): string {
  const named = (id: string) => `lecon-${number}-${id}`;
  return html
    .replace(NAMES, (_attribute, name: string, ids: string) => ` ${name}="${ids.split(' ').map(named).join(' ')}"`)
    .replace(/ href="#(?!glossaire|aide)([^"]*)"/g, (_attribute, id: string) => ` href="#${named(id)}"`)
    .replace(/(<\/?h)([2-5])\b/g, (_tag, start: string, level: string) => start + (Number(level) + 1));
}
