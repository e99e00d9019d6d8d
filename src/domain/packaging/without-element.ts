import type { Commit, RuntimeData, RuntimeValue } from './commit.ts';

/** The commit without one element of its data, named as the data nests; null when it has no such element. */
export function withoutElement(commit: Commit, element: string): Commit | null {
  const data = structuredClone(commit.data);
  const path = element.split('.');
  const last = path.pop()!;
  let at: RuntimeValue | undefined = data;
  for (const name of path) at = isBranch(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  if (!isBranch(at) || !Object.hasOwn(at, last)) return null;
  delete at[last];
  return { ...commit, data };
}

function isBranch(value: RuntimeValue | undefined): value is RuntimeData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
