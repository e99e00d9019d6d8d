import type { SortingBlock } from '#domain/module/compiled-module.ts';
import { gradePlaces, type GradedPlaces, type PlacedAnswer, type Places } from './placed-answer.ts';

/** « Classer » as a browser may see it: nothing says where an element goes before an answer is in. */
export interface SortingView {
  id: string;
  title: string;
  html: string;
  groups: string[];
  elements: { id: string; html: string }[];
  answer: PlacedAnswer | null;
}

/** @param places the stored answer; null when there is none. One that a correction made unfit is left out. */
export function sortingView(block: SortingBlock, places: Places | null): SortingView {
  const { id, title, html, groups } = block;
  const elements = block.elements.map((element) => ({ id: element.id, html: element.html }));
  const graded = places && gradeSorting(block, places);
  return { id, title, html, groups, elements, answer: graded?.outcome === 'answered' ? graded.answer : null };
}

/** @param places the index of the group given to each element */
export function gradeSorting({ elements, groups }: SortingBlock, places: Places): GradedPlaces {
  const key = elements.map(({ id, group, explanation }) => ({ id, place: group, explanation }));
  return gradePlaces(key, groups.length, places);
}
