const PRESSES_TO_LEAVE = 3;
const WINDOW_IN_MS = 5000;

/** Leaves at a click on the link, or when Shift is pressed three times within five seconds with no other key in between. */
export function watchQuickExit(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('[data-quick-exit]');
  if (!link) return;
  let presses: number[] = [];

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave(page, link.href);
  });
  page.addEventListener('keydown', (event) => {
    if (event.repeat) return;
    if (event.key !== 'Shift') {
      presses = [];
      return;
    }
    presses = [...presses.filter((at) => event.timeStamp - at < WINDOW_IN_MS), event.timeStamp];
    if (presses.length >= PRESSES_TO_LEAVE) leave(page, link.href);
  });
  page.addEventListener('pointerdown', () => {
    presses = [];
  });
}

/** Hides everything at once, since the other site may take seconds to come; replaces the history entry. */
function leave(page: Document, address: string): void {
  page.documentElement.classList.add('is-leaving');
  page.title = '\u00a0';
  // What somebody wrote for themselves in this tab goes with them.
  sessionStorage.clear();
  page.location.replace(address);
}
