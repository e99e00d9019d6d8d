import type { ExerciseBlock } from './block-html.ts';
import { escapeHtml } from './html.ts';
import { titleHtml, type TitleLevel } from './title-level.ts';

/** An exercise on paper: what it asks and what one may choose; neither key nor consequence. */
export function exercisePrintHtml(block: ExerciseBlock, level: TitleLevel): string {
  switch (block.kind) {
    case 'question':
      return printed(level, 'Question d’entraînement', block.html + listOf(block.choices.map(({ html }) => html)));
    case 'situation':
      return printed(
        level,
        `Cas fictif : ${block.title}`,
        `${block.html}<p>Ce cas se parcourt à l’écran, choix après choix.</p>`,
      );
    case 'classer':
      return printed(
        level,
        block.title,
        `${block.html}<p>À classer : ${escapeHtml(block.groups.join(' · '))}</p>${listOf(block.elements.map(({ html }) => html))}`,
      );
    case 'ordonner':
      return printed(
        level,
        block.title,
        `${block.html}<p>À remettre dans l’ordre :</p>${listOf(shownElements(block))}`,
      );
  }
}

function shownElements({ elements, shownOrder }: Extract<ExerciseBlock, { kind: 'ordonner' }>): string[] {
  return shownOrder.map((id) => elements.find((element) => element.id === id)?.html ?? '');
}

function printed(level: TitleLevel, title: string, html: string): string {
  return `<div class="block block--paper">${titleHtml(level, escapeHtml(title))}${html}</div>`;
}

function listOf(items: readonly string[]): string {
  return `<ul>${items.map((html) => `<li>${html}</li>`).join('')}</ul>`;
}
