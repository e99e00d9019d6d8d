/**
 * Answers searches in the page itself: one history entry, which knows no words, and no « send the form again? » on the way back
 * from a lesson. Without it the form posts, and the page answers the same.
 */
export function watchSearch(page: Document): void {
  page.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-search]')) return;
    event.preventDefault();
    const words = new FormData(form, event.submitter);
    void showAnswer(page, words);
  });
}

async function showAnswer(page: Document, words: FormData): Promise<void> {
  const results = page.querySelector<HTMLElement>('[data-search-results]');
  if (!results || results.ariaBusy === 'true') return;
  results.ariaBusy = 'true';
  const answer = await fetchAnswer(page, words);
  showWords(page, words);
  // `submit()` fires no event: the form goes as it would without scripts, to the sign-in page for instance.
  if (!answer) return page.querySelector<HTMLFormElement>('#recherche')?.submit();
  results.replaceWith(answer);
  answer.querySelector<HTMLElement>('[data-search-outcome]')?.focus();
}

/** The new results; null when the server did not answer with the page (a session that ended, a network that fails). */
async function fetchAnswer(page: Document, words: FormData): Promise<HTMLElement | null> {
  const body = new URLSearchParams({ mots: String(words.get('mots') ?? '') });
  const response = await fetch(page.location.pathname, { method: 'POST', body, cache: 'no-store' }).catch(() => null);
  if (!response?.ok || response.redirected) return null;
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
  return answer.querySelector<HTMLElement>('[data-search-results]');
}

/** A theme that was chosen is in the field too, ready to be changed. */
function showWords(page: Document, words: FormData): void {
  const field = page.querySelector<HTMLInputElement>('#recherche input');
  if (field) field.value = String(words.get('mots') ?? '');
}
