/**
 * Accepts only a path of this site, as `?suite=` may carry it; null for anything that a browser could read as another site.
 * A backslash or a control character after the first slash would be read as the start of a host.
 */
export function localPath(text: string | null | undefined): string | null {
  if (!text || !text.startsWith('/') || /[\\\u0000-\u0020\u007f]/.test(text)) return null;
  const url = URL.parse(text, 'http://here.invalid');
  if (!url || url.host !== 'here.invalid' || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}
