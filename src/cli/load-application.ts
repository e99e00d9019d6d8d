import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

/**
 * The built application as a request listener. Scripts, style sheets and fonts are served compressed from beside it: their
 * names change with what they hold, so that a browser asks for each of them once.
 * @param folder where `astro build` wrote it
 */
export async function loadApplication(folder: string): Promise<RequestListener> {
  // React chooses its development build, several times slower, unless it is told otherwise before it loads.
  process.env.NODE_ENV = 'production';
  process.env.ASTRO_NODE_AUTOSTART = 'disabled';
  const entry = pathToFileURL(join(folder, 'server', 'entry.mjs'));
  const { handler } = (await import(entry.href)) as { handler: RequestListener };
  const assets = sirv(join(folder, 'client'), {
    brotli: true,
    gzip: true,
    etag: true,
    maxAge: 31_536_000,
    immutable: true,
  });
  return (request, response) => {
    if (request.url?.startsWith('/_astro/')) assets(request, response, () => void handler(request, response));
    else handler(request, response);
  };
}
