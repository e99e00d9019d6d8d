/**
 * An icon around its shapes, drawn on a grid of 24 with a line of 2; always decorative, so the text beside it says everything.
 * One string rather than a component with a slot: a page has dozens of icons.
 */
export function iconHtml(shapes: string): string {
  return `<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shapes}</svg>`;
}
