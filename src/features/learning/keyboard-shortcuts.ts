/**
 * A letter alone does what the element of that `data-shortcut` does: a link is followed, a button pressed, a folded
 * part opened,
 * a part of the page gets the focus. Never while somebody writes, with another key, or for who has turned them off (WCAG 2.1.4).
 */
export function watchShortcuts(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isWriting(event.target)) return;
    const target = shownTarget(page, event.key.toLowerCase());
    if (!target) return;
    event.preventDefault();
    if (target instanceof HTMLDetailsElement) openFolded(target);
    else if (target.matches('a, button')) target.click();
    else target.focus();
  });
}

/** The plan is folded on a narrow screen and stands beside the text on a wide one: the one that is seen. */
function shownTarget(page: Document, key: string): HTMLElement | undefined {
  const targets = page.querySelectorAll<HTMLElement>(`[data-shortcut="${CSS.escape(key)}"]`);
  return [...targets].find((target) => target.checkVisibility());
}

const FIELDS = 'input, textarea, select, [contenteditable]';

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}

function openFolded(folded: HTMLDetailsElement): void {
  folded.open = !folded.open;
  folded.querySelector('summary')?.focus();
}
