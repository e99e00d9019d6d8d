/** The same nested values without empty texts and what holds nothing else: the run-time refuses to load them. */
export function withoutBlanks(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, child]): [string, unknown][] => {
      if (child === '' || child === null || child === undefined) return [];
      if (typeof child !== 'object') return [[name, child]];
      const kept = withoutBlanks(child as Record<string, unknown>);
      return Object.keys(kept).length === 0 ? [] : [[name, kept]];
    }),
  );
}
