import { keepReflexion } from '#features/learning/keep-reflexion.ts';

/** The questions to oneself, as on the platform; without their fields where the browser keeps nothing for this page. */
export function showReflexions(): void {
  try {
    keepReflexion(document);
  } catch {
    for (const own of document.querySelectorAll('[data-reflexion]')) own.remove();
  }
}

/** Erases what was written there in this tab. */
export function forgetReflexions(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('reflexion:')) sessionStorage.removeItem(key);
  } catch {
    // Where nothing could be kept there is nothing to erase.
  }
}
