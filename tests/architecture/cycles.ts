/** The first circle of a graph, as « a → b → a »; null when there is none. */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): string | null {
  const finished = new Set<string>();
  for (const start of edges.keys()) {
    const cycle = cycleFrom(start, edges, [], finished);
    if (cycle) return cycle.join(' → ');
  }
  return null;
}

function cycleFrom(
  node: string,
  edges: ReadonlyMap<string, readonly string[]>,
  path: readonly string[],
  finished: Set<string>,
): string[] | null {
  if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
  if (finished.has(node)) return null;
  for (const next of edges.get(node) ?? []) {
    const cycle = cycleFrom(next, edges, [...path, node], finished);
    if (cycle) return cycle;
  }
  finished.add(node);
  return null;
}
