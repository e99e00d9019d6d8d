import { foldText } from '#platform/db/fold-text.ts';

/** The words of a search, as `folded(text)` writes them: each must be found, in any order. */
export function searchedWords(search: string): string[] {
  return foldText(search).split(' ').filter(Boolean);
}
