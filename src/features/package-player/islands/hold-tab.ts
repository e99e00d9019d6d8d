/** A tab that is reloaded lets go of what it held a moment later. */
const HOLDING_IN_MS = 1500;

/** The same address opened in a second tab of this browser plays nothing there. */
export function holdTab(attempt: string, { onHeld, onTaken }: { onHeld: () => void; onTaken: () => void }): () => void {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  if (!('locks' in navigator)) onHeld();
  else
    navigator.locks
      .request(`reperes-lecture/${attempt}`, { signal: AbortSignal.timeout(HOLDING_IN_MS) }, () => {
        onHeld();
        return held;
      })
      .catch(onTaken);
  return release;
}
