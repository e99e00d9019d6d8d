/** Plain values, as JSON has them. */
export type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };

/** What of a value differs from another: another value, alone in a list, or what differs by name. */
export type Difference = [Plain] | { [name: string]: Difference };

/**
 * What changed between two plain values. The engine's state of a large course is ten times what changed in it since its
 * start, and travels with each commit.
 */
export function differenceOf(from: Plain | undefined, to: Plain): Difference | undefined {
  if (from === to) return undefined;
  if (!isBranch(from) || !isBranch(to) || Array.isArray(from) !== Array.isArray(to)) return [to];
  const names = Object.keys(to);
  if (Object.keys(from).some((name) => !Object.hasOwn(to, name))) return [to];
  const parts = names.flatMap((name): [string, Difference][] => {
    const difference = differenceOf(Object.hasOwn(from, name) ? from[name] : undefined, to[name]!);
    return difference ? [[name, difference]] : [];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** The value that a difference was taken to. */
export function withDifference(from: Plain | undefined, difference: Difference | undefined): Plain {
  if (!difference) return from ?? null;
  if (Array.isArray(difference)) return difference[0];
  const to = (isBranch(from) ? (Array.isArray(from) ? [...from] : { ...from }) : {}) as { [name: string]: Plain };
  for (const [name, part] of Object.entries(difference))
    to[name] = withDifference(isBranch(from) ? from[name] : undefined, part);
  return to;
}

function isBranch(value: Plain | undefined): value is { [name: string]: Plain } {
  return typeof value === 'object' && value !== null;
}
