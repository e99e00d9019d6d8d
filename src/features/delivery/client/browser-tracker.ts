import type { Tracker } from './tracker.ts';

/** Keeps what is done in this browser, where no system hears it: nobody else sees it, but who opens the module here next. */
export function browserTracker(code: string, edition: number): Tracker {
  const key = `reperes-${code}-${edition}`;
  let isForgotten = false;
  const write = (text: string): boolean => {
    if (isForgotten) return true;
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  };
  return {
    name: 'browser',
    resume() {
      const [suspendData = '', location = ''] = readText(key).split('\n');
      return { suspendData, location };
    },
    report: ({ suspendData, location }) => write(`${suspendData}\n${location}`),
    answer: () => {},
    end: ({ suspendData, location }) => void write(`${suspendData}\n${location}`),
    forget() {
      isForgotten = true;
      localStorage.removeItem(key);
    },
  };
}

function readText(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
