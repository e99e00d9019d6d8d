import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Config } from '#platform/config.ts';
import { addStaticHeaders } from '#platform/http/static-headers.ts';
import { createRuntime, setRuntime } from '#platform/runtime.ts';
import { listen } from './listen.ts';
import { loadApplication } from './load-application.ts';
import { ROOT } from './paths.ts';

/** Serves the built application until SIGTERM or SIGINT, then finishes the requests in hand and closes the database. */
export async function serve(config: Config): Promise<Server> {
  const runtime = createRuntime(config);
  setRuntime(runtime);
  const handler = await loadApplication(join(ROOT, 'dist'));
  const server = createServer((request, response) => {
    addStaticHeaders(response, config.origin.startsWith('https:'));
    handler(request, response);
  });
  await listen(server, config);
  closeOnSignal(server, async () => {
    await runtime.tasks.close();
    await runtime.db.destroy();
    setRuntime(null);
  });
  return server;
}

const DRAIN_LIMIT_IN_MS = 10_000;

function closeOnSignal(server: Server, close: () => Promise<void>): void {
  let isClosing = false;
  const stop = () => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_IN_MS).unref();
    server.close(() => void close().then(() => process.exit(0)));
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
