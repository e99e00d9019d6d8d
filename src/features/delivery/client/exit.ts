import { forgetReflexions } from './reflexions.ts';

const PRESSES_TO_LEAVE = 3;
const WINDOW_IN_MS = 5000;

/**
 * « Quitter rapidement » as on the platform: at a click, or when Shift is pressed three times within five seconds with no other
 * key in between. It replaces the system around the page too, where that may be.
 */
export function watchExit(address: string): void {
  document.querySelector('[data-quick-exit]')?.addEventListener('click', (event) => {
    event.preventDefault();
    leave(address);
  });
  let presses: number[] = [];
  document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === 'Shift' ? [...presses.filter((at) => timeStamp - at < WINDOW_IN_MS), timeStamp] : [];
    if (presses.length >= PRESSES_TO_LEAVE) leave(address);
  });
  document.addEventListener('pointerdown', () => {
    presses = [];
  });
}

/** Hides everything at once, since the other site may take seconds to come. */
function leave(address: string): void {
  document.documentElement.classList.add('is-leaving');
  document.title = '\u00a0';
  forgetReflexions();
  if (window.top !== window)
    try {
      window.top!.location.replace(address);
    } catch {
      // A system may forbid its frames to replace it.
    }
  window.location.replace(address);
}
