/** A memory for tasks: gives what was made under a name, and makes it the first time. */
export function keeper(): <Kept>(name: string, make: () => Kept) => Kept {
  const kept = new Map<string, unknown>();
  return <Kept>(name: string, make: () => Kept) => {
    if (!kept.has(name)) kept.set(name, make());
    return kept.get(name) as Kept;
  };
}
