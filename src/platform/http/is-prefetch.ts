/** True when a browser fetches a page that nobody has asked to see yet (Sec-Purpose, or the older Purpose and X-Moz). */
export function isPrefetch(headers: Headers): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) => headers.get(name)?.includes('prefetch'));
}
