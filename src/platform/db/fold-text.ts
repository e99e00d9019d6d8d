const MAX_REMEMBERED = 5_000;
const remembered = new Map<string, string>();

/**
 * A text as people search and sort it: without accents, case, hyphens or apostrophes, « Le Floc’h-Éluard » → « le floc h eluard ».
 * Known to SQL as `folded(text)`; results are kept, because the same few thousand names recur.
 */
export function foldText(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  remembered.set(text, folded);
  return folded;
}
