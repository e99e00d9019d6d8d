/** Fewer people than this are not shown in a breakdown: one would recognise them. */
export const SMALLEST_SHOWN_GROUP = 5;

/** Which of these groups a breakdown must hide; a group of nobody exposes nobody. */
export function hiddenGroups(counts: readonly number[]): boolean[] {
  return counts.map((count) => count > 0 && count < SMALLEST_SHOWN_GROUP);
}

/**
 * The same where the groups add up to a total that is shown: with one group hidden, the others would give it away, so that
 * the next smallest are hidden too until what is hidden is several groups, and people enough.
 */
export function hiddenParts(counts: readonly number[]): boolean[] {
  const isHidden = hiddenGroups(counts);
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
