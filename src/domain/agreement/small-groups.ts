/** Fewer people than this are not shown in a breakdown: one would recognise them. */
export const SMALLEST_SHOWN_GROUP = 5;

function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_SHOWN_GROUP;
}

/**
 * Which of these groups, taken out of so many people, a breakdown must hide: those that are too small, and those that leave
 * too few outside, whom a subtraction would give. A group of nobody, or of everybody, singles nobody out.
 */
export function hiddenGroups(counts: readonly number[], total: number): boolean[] {
  return counts.map((count) => isSmall(count) || isSmall(total - count));
}

/**
 * The same where the groups add up to a total that is shown: with one group hidden, the others would give it away, so that
 * the next smallest are hidden too until what is hidden is several groups, and people enough. What is left outside of a
 * group that is shown is then either nobody, or people enough.
 */
export function hiddenParts(counts: readonly number[]): boolean[] {
  const isHidden = counts.map(isSmall);
  const shownBySize = counts
    .map((count, place) => ({ count, place }))
    .filter(({ count, place }) => count > 0 && !isHidden[place])
    .sort((one, other) => one.count - other.count);
  for (const { place } of shownBySize) {
    const hidden = counts.filter((_, other) => isHidden[other]);
    const total = hidden.reduce((sum, count) => sum + count, 0);
    if (hidden.length === 0 || (hidden.length > 1 && total >= SMALLEST_SHOWN_GROUP)) break;
    isHidden[place] = true;
  }
  return isHidden;
}
