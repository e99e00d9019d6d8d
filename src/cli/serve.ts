import { createServer, type RequestListener, type Server } from 'node:http';
import type { Config } from '#platform/config.ts';
import { addStaticHeaders } from '#platform/http/static-headers.ts';
import { createRuntime, setRuntime } from '#platform/runtime.ts';

/** A port in use or a host that is not ours; the message is one French sentence. */
export class ListenError extends Error {}

/** Serves the built application until SIGTERM or SIGINT, then finishes the requests in hand and closes the database. */
export async function serve(config: Config): Promise<Server> {
  const runtime = createRuntime(config);
  setRuntime(runtime);
  const handler = await loadBuiltHandler();
  const server = createServer((request, response) => {
    addStaticHeaders(response, config.origin.startsWith('https:'));
    handler(request, response);
  });
  await listen(server, config);
  closeOnSignal(server, async () => {
    await runtime.db.destroy();
    setRuntime(null);
  });
  return server;
}

async function loadBuiltHandler(): Promise<RequestListener> {
  process.env.ASTRO_NODE_AUTOSTART = 'disabled';
  const entry = new URL('../../dist/server/entry.mjs', import.meta.url);
  const { handler } = (await import(entry.href)) as { handler: RequestListener };
  return handler;
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ListenError(
      `Le port ${port} est déjà pris : arrêtez le programme qui l’occupe, ou choisissez-en un autre (PORT=4322).`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new ListenError(`Cette machine n’a pas l’adresse « ${host} » : corrigez HOST (127.0.0.1 par défaut).`);
  if (error.code === 'EACCES')
    return new ListenError(`Le port ${port} demande des droits d’administrateur : choisissez-en un au-dessus de 1023.`);
  return error;
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
