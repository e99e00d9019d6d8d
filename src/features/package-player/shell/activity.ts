import type { Item } from '#domain/packaging/manifest.ts';

/** Items of a plan in its order, each with its depth. */
export function itemsInOrder(items: readonly Item[], depth = 0): { item: Item; depth: number }[] {
  return items.flatMap((item) => [{ item, depth }, ...itemsInOrder(item.children, depth + 1)]);
}

/** The address of an item's resource with its parameters, by the rules of SCORM CAM 3.4.1.10. */
export function addressWithParameters(href: string, parameters: string): string {
  let more = parameters.trim();
  while (/^[?&]/.test(more)) more = more.slice(1);
  if (more === '') return href;
  if (more.startsWith('#')) return href.includes('#') ? href : href + more;
  const [path = '', fragment] = href.split('#', 2);
  const joined = `${path}${path.includes('?') ? '&' : '?'}${more}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}
