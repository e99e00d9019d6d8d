import type { OrderingBlock } from '#domain/module/compiled-module.ts';
import { gradePlaces, type GradedPlaces, type PlacedAnswer, type Places } from './placed-answer.ts';

/** « Ordonner » as a browser may see it: in the order shown, which is never the right one. */
export interface OrderingView {
  id: string;
  title: string;
  html: string;
  elements: { id: string; html: string }[];
  answer: PlacedAnswer | null;
}

/** @param places the stored answer; null when there is none. One that a correction made unfit is left out. */
export function orderingView(block: OrderingBlock, places: Places | null): OrderingView {
  const { id, title, html } = block;
  const elements = inShownOrder(block).map((element) => ({ id: element.id, html: element.html }));
  const graded = places && gradeOrdering(block, places);
  return { id, title, html, elements, answer: graded?.outcome === 'answered' ? graded.answer : null };
}

/**
 * Two elements may have the same place: a plain form cannot prevent it, and it is graded as it is.
 * @param places the place given to each element, from 0
 */
export function gradeOrdering(block: OrderingBlock, places: Places): GradedPlaces {
  const key = inShownOrder(block).map(({ id, explanation }) => ({
    id,
    place: block.elements.findIndex((element) => element.id === id),
    explanation,
  }));
  return gradePlaces(key, key.length, places);
}

/** The elements of an « Ordonner » in the order that a page shows them in. */
export function inShownOrder({ elements, shownOrder }: OrderingBlock): OrderingBlock['elements'] {
  return elements.toSorted((one, other) => shownOrder.indexOf(one.id) - shownOrder.indexOf(other.id));
}
