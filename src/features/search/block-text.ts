import type { Block } from '#domain/module/compiled-module.ts';
import { htmlText, joinLines } from './html-text.ts';

/**
 * What may be searched of a block. Exercises say nothing here: neither what is right, nor what is asked. Of a `Detail`, what
 * replaces the description; of a received idea, what is known, since an extract would show the idea alone.
 */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'prose':
    case 'eleves':
    case 'mythe':
      return htmlText(block.html);
    case 'encadre':
    case 'avertissement':
    case 'ressource':
    case 'figure':
      return joinLines([block.title, htmlText(block.html)]);
    case 'definition':
      return joinLines([block.term, htmlText(block.html)]);
    case 'reference':
      return joinLines([[block.text, block.article].filter(Boolean).join(', '), htmlText(block.html)]);
    case 'chronologie':
      return joinLines([block.title, ...block.steps.flatMap(({ date, title, html }) => [date, title, htmlText(html)])]);
    case 'detail':
      return joinLines([block.title, block.substance]);
    case 'reflexion':
    case 'question':
    case 'classer':
    case 'ordonner':
    case 'situation':
      return '';
  }
}
