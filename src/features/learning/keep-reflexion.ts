/** Keeps what somebody writes for themselves while the tab is open, and nowhere else: no form, no request, no disk. */
export function keepReflexion(page: Document): void {
  for (const own of page.querySelectorAll<HTMLElement>('[data-reflexion]')) {
    const text = own.querySelector('textarea');
    const key = `reflexion:${page.location.pathname}:${own.dataset.reflexion ?? ''}`;
    if (!text) continue;
    text.value = sessionStorage.getItem(key) ?? '';
    text.addEventListener('input', () => sessionStorage.setItem(key, text.value));
    own.querySelector('button')?.addEventListener('click', () => {
      sessionStorage.removeItem(key);
      text.value = '';
      text.focus();
    });
  }
}
