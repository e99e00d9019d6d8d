/** The frame that shows an item, and the line of text that stands there when none is open. */
export interface Stage {
  /** Shows an address below `contenu/`. */
  show(address: string): void;
  /** Takes the item away; resolves once it has said what it says when it goes. */
  clear(): Promise<void>;
  /** Says something in its place. */
  say(text: string): void;
}

const UNLOADING_IN_MS = 2000;

/** The stage of the page that this script is in. */
export function pageStage(): Stage {
  const frame = document.querySelector<HTMLIFrameElement>('#contenu')!;
  const line = document.querySelector<HTMLElement>('#mot')!;
  return {
    show(address) {
      line.hidden = true;
      frame.hidden = false;
      frame.src = `contenu/${address}`;
    },
    async clear() {
      if (frame.hidden) return;
      const gone = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      frame.src = 'about:blank';
      // A package that asks whether one really wants to leave would otherwise hold the shell.
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, UNLOADING_IN_MS))]);
      frame.hidden = true;
    },
    say(text) {
      line.textContent = text;
      line.hidden = false;
    },
  };
}

/** The plan that the server put in the page. */
export function inlinedPlan<Plan>(): Plan {
  return JSON.parse(document.querySelector('#plan')!.textContent) as Plan;
}
