/** A parameter of an address that means nothing to the page. */
export interface IgnoredFilter {
  name: string;
  value: string;
}

/**
 * The filters that an address asks for and that its schema read as if they were not there.
 * @param asked the parameters of the address
 * @param read what its schema made of them
 */
export function ignoredFilters(asked: URLSearchParams, read: Readonly<Record<string, unknown>>): IgnoredFilter[] {
  return [...asked]
    .map(([name, value]) => ({ name, value: value.trim() }))
    .filter(({ name, value }) => value !== '' && Object.hasOwn(read, name) && String(read[name] ?? '') !== value);
}

/** « etat=rien » in a sentence. */
export function ignoredWords({ name, value }: IgnoredFilter): string {
  return `Le filtre « ${name} » ne connaît pas « ${value} » : il n’est pas appliqué.`;
}
