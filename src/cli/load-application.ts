import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The built application as a request listener. @param folder where `astro build` wrote it */
export async function loadApplication(folder: string): Promise<RequestListener> {
  // React chooses its development build, several times slower, unless it is told otherwise before it loads.
  process.env.NODE_ENV = 'production';
  process.env.ASTRO_NODE_AUTOSTART = 'disabled';
  const entry = pathToFileURL(join(folder, 'server', 'entry.mjs'));
  const { handler } = (await import(entry.href)) as { handler: RequestListener };
  return handler;
}
