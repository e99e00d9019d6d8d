import type { Choice } from '#domain/module/compiled-module.ts';
import { textOfHtml } from '../prose/text-of-html.ts';

/** How long the right choice of a question with one right choice is, and the longest of the others, in characters. */
export function choiceLengths(choices: readonly Choice[]): { right: number; longestWrong: number } {
  const longest = (isRight: boolean) =>
    Math.max(0, ...choices.filter((choice) => choice.isRight === isRight).map(({ html }) => textOfHtml(html).length));
  return { right: longest(true), longestWrong: longest(false) };
}
