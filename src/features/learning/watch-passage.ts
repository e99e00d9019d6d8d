/** How far down the window a passage has to have come to be the one that is read. */
const READING_LINE = 0.4;

/** Somebody who stays this long at a place is reading there; going back up to a link takes less. */
const REST_IN_MS = 1500;

/**
 * Tells the server which passage of the lesson is being read, once one rests there and when the page is left: the page one
 * goes to may be rendered before what is sent on leaving has come. A beacon, because an ordinary request would be given up
 * with the page.
 */
export function watchPassage(page: Document): void {
  const lesson = page.querySelector<HTMLElement>('[data-passages]');
  if (!lesson) return;
  let sent = '';
  let rest: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    const anchor = passageBeingRead(lesson);
    if (anchor === null || anchor === sent) return;
    sent = anchor;
    navigator.sendBeacon('/_actions/keepPassage', passageForm(lesson.dataset, anchor));
  };
  page.addEventListener('scroll', () => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      rest = undefined;
      send();
    }, REST_IN_MS);
  });
  page.addEventListener('visibilitychange', () => {
    // Going up to a link just before leaving is no reading.
    const isPassing = rest !== undefined && sent !== '';
    if (page.visibilityState === 'hidden' && !isPassing) send();
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
