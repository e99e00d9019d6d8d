/** The width from which the plan has room beside the text (the same as in livraison.css). */
const WIDE = '(width >= 60rem)';

/** The part of the page that has this id, or in which something has it. */
export function partOf(id: string): HTMLElement | null {
  return id === '' ? null : (document.getElementById(id)?.closest<HTMLElement>('.livraison__page') ?? null);
}

/**
 * Shows one part of the module alone, and goes to it; when the page has just been opened, without leaving its title behind.
 * @param place what to go to within the part
 */
export function showPart(id: string, place: string, { isFirst }: { isFirst: boolean }): void {
  for (const part of document.querySelectorAll<HTMLElement>('.livraison__page')) part.hidden = part.id !== id;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.livraison__plan a'))
    if (link.hash === `#${id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  const plan = document.querySelector<HTMLDetailsElement>('.livraison__plan details')!;
  // Above the text, it would be all that one sees.
  if (!window.matchMedia(WIDE).matches) plan.open = isFirst && id === 'accueil';
  if (isFirst && id === 'accueil') return;
  const part = document.getElementById(id)!;
  const target = document.getElementById(place) ?? part;
  focusAt(part, id);
  if (target === part) window.scrollTo(0, 0);
  else target.scrollIntoView();
}

/** The title of the part, unless something within it has just taken the focus. */
function focusAt(part: HTMLElement, id: string): void {
  if (id === 'evaluation' && part.contains(document.activeElement)) return;
  (part.querySelector<HTMLElement>('h2') ?? part).focus({ preventScroll: true });
}
