import type { PlacedFeedback } from '#features/learning/placed-answer.ts';
import { element } from '../element.ts';

/**
 * Shows what an answer teaches of one element.
 * @param expected the place that was expected, in words
 */
export function showPlacedFeedback(
  item: HTMLElement,
  { isRight, explanation }: PlacedFeedback,
  expected: string,
): void {
  item.dataset.right = String(isRight);
  item.querySelector('.placing__feedback')?.remove();
  const strong = element('strong', {}, isRight ? 'Bien placé.' : `Réponse attendue : ${expected}.`);
  item.append(element('p', { class: 'placing__feedback' }, strong, ` ${explanation}`));
}
