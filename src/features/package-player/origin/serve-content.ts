import type { IncomingMessage, ServerResponse } from 'node:http';
import { blobPath, findPackageFile } from '#features/packages/package-store.ts';
import { answerPlainly } from './answer.ts';
import { sendFile } from './send-file.ts';
import { MAX_WATCHED_PAGE, serveWatchedPage } from './serve-watched-page.ts';
import type { PackagesOrigin } from './packages-server.ts';

/** Serves a file of the launched package: by ranges where asked, and never twice to a browser that has it. */
export async function serveContent(
  { db, config }: PackagesOrigin,
  { deliveryId, isWatched = false }: { deliveryId: string; isWatched?: boolean },
  encodedPath: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decoded(encodedPath);
  const file = path === null ? null : await findPackageFile(db, deliveryId, path);
  if (!file) return answerPlainly(response, 404, 'Ce fichier n’est pas dans le paquet.');
  const stored = blobPath(config.dataFolder, file.hash);
  response.setHeader('Content-Type', file.mediaType);
  if (isWatched && file.mediaType.startsWith('text/html') && file.bytes <= MAX_WATCHED_PAGE)
    return serveWatchedPage(stored, response);
  response.setHeader('ETag', `"${file.hash}"`);
  // A correction may change what an address holds: the browser asks again, and is told that nothing has.
  response.setHeader('Cache-Control', 'private, no-cache');
  await sendFile(stored, request, response, { hasOwnTag: true });
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
