/** Shows the buttons that print the page: without JavaScript they would do nothing. */
export function offerPrinting(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
