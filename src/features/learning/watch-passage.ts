/** How far down the window a passage has to have come to be the one that is read. */
const READING_LINE = 0.4;

/**
 * Tells the server, when the page is left, which passage of the lesson was being read. A beacon, because an ordinary
 * request would be given up with the page.
 */
export function watchPassage(page: Document): void {
  const lesson = page.querySelector<HTMLElement>('[data-passages]');
  if (!lesson) return;
  let sent = '';
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState !== 'hidden') return;
    const anchor = passageBeingRead(lesson);
    if (anchor === null || anchor === sent) return;
    sent = anchor;
    navigator.sendBeacon('/_actions/keepPassage', passageForm(lesson.dataset, anchor));
  });
}

function passageBeingRead(lesson: HTMLElement): string | null {
  const line = window.innerHeight * READING_LINE;
  const passages = [...lesson.querySelectorAll<HTMLElement>(':scope > [id]')];
  return passages.findLast((passage) => passage.getBoundingClientRect().top <= line)?.id ?? null;
}

function passageForm({ code, edition, lesson }: DOMStringMap, anchor: string): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ code, edition, lesson, anchor })) form.set(name, value ?? '');
  return form;
}
