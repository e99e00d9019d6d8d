/**
 * What the address of a page carries besides the fields of one of its forms: a form that replaces the address sends it
 * along, so that one filter does not undo another.
 * @param address of the page shown
 * @param own the names of the form's own fields
 * @returns names and values in their order; without those left empty, the page of a list, which starts again, and what
 *   the framework adds to the address of a form that was sent
 */
export function keptParameters(address: URL, own: readonly string[]): [name: string, value: string][] {
  const dropped = new Set([...own, 'page']);
  return [...address.searchParams].filter(
    ([name, value]) => value !== '' && !name.startsWith('_') && !dropped.has(name),
  );
}

/** The address of the page with some parameters changed, null ones taken out, and the rest kept as a form keeps it. */
export function changedAddress(address: URL, changes: Readonly<Record<string, string | null>>): string {
  const parameters = new URLSearchParams(keptParameters(address, Object.keys(changes)));
  for (const [name, value] of Object.entries(changes)) if (value !== null) parameters.set(name, value);
  return parameters.size === 0 ? address.pathname : `${address.pathname}?${parameters}`;
}
