import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** What the browsers of a test saw that no person should: to be empty when it ends. */
export interface Watch {
  problems: string[];
  /** Statuses of refusals that the test asked for; the browser writes one line of its own for each such response. */
  askedStatuses: Set<number>;
}

/** Notes every console message (a breach of the content policy is one), page error and request elsewhere. */
export function watchContext(context: BrowserContext, watch: Watch, origins: readonly string[]): void {
  context.on('console', (message) => {
    if (!isAskedRefusal(message, watch.askedStatuses) && !isForgetting(message))
      watch.problems.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => watch.problems.push(`error on the page: ${error.error().stack ?? ''}`));
  context.on('request', (request) => {
    if (!origins.some((origin) => isOf(origin, new URL(request.url()).origin)))
      watch.problems.push(`request to another origin: ${request.url()}`);
  });
}

/** A star stands for one name: `http://*.localhost:4322`. */
function isOf(pattern: string, origin: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return origin === pattern;
  const name = origin.startsWith(before) && origin.endsWith(after) ? origin.slice(before.length, -after.length) : '';
  return /^[a-z0-9]+$/.test(name);
}

/** The browser says that it did what the sign-out asks. */
function isForgetting(message: ConsoleMessage): boolean {
  return message.type() === 'info' && /^Clear-Site-Data header .* Cleared data types: "storage"/.test(message.text());
}

const REFUSAL = /^Failed to load resource: the server responded with a status of (4\d\d) /;

function isAskedRefusal(message: ConsoleMessage, asked: ReadonlySet<number>): boolean {
  const status = REFUSAL.exec(message.text())?.[1];
  return message.type() === 'error' && status !== undefined && asked.has(Number(status));
}
