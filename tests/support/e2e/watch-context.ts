import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** What a browser saw that no person should: to be empty when a test ends. */
export interface Watch {
  problems: string[];
  /** Statuses of refusals that the test asked for; the browser writes one line of its own for each such response. */
  askedStatuses: Set<number>;
}

/** Notes every console message, page error, request to another origin and breach of the content policy. */
export function watchContext(context: BrowserContext, origin: string): Watch {
  const watch: Watch = { problems: [], askedStatuses: new Set() };
  context.on('console', (message) => {
    if (!isAskedRefusal(message, watch.askedStatuses))
      watch.problems.push(`console.${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => watch.problems.push(`error on the page: ${error.error().stack ?? ''}`));
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) watch.problems.push(`request to another origin: ${request.url()}`);
  });
  return watch;
}

const REFUSAL = /^Failed to load resource: the server responded with a status of (\d{3}) /;

function isAskedRefusal(message: ConsoleMessage, asked: ReadonlySet<number>): boolean {
  const status = REFUSAL.exec(message.text())?.[1];
  return message.type() === 'error' && status !== undefined && asked.has(Number(status));
}
