const PRESSES = 3;
const WITHIN_IN_MS = 1500;

/** « Quitter rapidement », and three presses of Shift: replaces the page, and the system around it where it may. */
export function watchExit(address: string): void {
  const leave = () => {
    document.documentElement.hidden = true;
    try {
      window.top!.location.replace(address);
    } catch {
      window.location.replace(address);
    }
    // A system may forbid its frames to replace it: this one at least is gone.
    window.location.replace(address);
  };
  document.querySelector('[data-quick-exit]')?.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === 'Shift' ? [...presses.filter((at) => timeStamp - at < WITHIN_IN_MS), timeStamp] : [];
    if (presses.length >= PRESSES) leave();
  });
}
