import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import send from 'send';
import { answerPlainly } from './answer.ts';

/** Sends a file, whole or the part that is asked; its type and what caches may do with it are set before. */
export async function sendFile(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { hasOwnTag }: { hasOwnTag: boolean },
): Promise<void> {
  const options = { root: dirname(path), cacheControl: false, etag: !hasOwnTag, lastModified: !hasOwnTag };
  await new Promise<void>((resolve, reject) => {
    response.once('close', resolve);
    send(request, encodeURIComponent(basename(path)), options)
      .on('error', (error: SendError) => (isRefusal(error) ? refuse(error, response) : reject(error)))
      .pipe(response);
  });
}

interface SendError extends Error {
  statusCode?: number;
  headers?: Record<string, string>;
}

/** A file that is not there, a part that it does not have: the asking is wrong, not the server. */
function isRefusal({ statusCode = 500 }: SendError): boolean {
  return statusCode < 500;
}

function refuse({ statusCode, headers = {} }: SendError, response: ServerResponse): void {
  for (const name of ['ETag', 'Cache-Control', 'Content-Type']) response.removeHeader(name);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  answerPlainly(response, statusCode!, statusCode === 416 ? 'Le fichier n’a pas cette partie.' : 'Introuvable.');
}
