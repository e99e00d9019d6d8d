import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { WATCH_HOOK } from '#domain/packaging/trial.ts';

/** In bytes; a longer page is served as it is, unwatched. */
export const MAX_WATCHED_PAGE = 5_000_000;

const WATCH =
  `<script>for (let w = parent, n = 0; n < 9 && w !== w.parent; n += 1, w = w.parent) ` +
  `try { if (w.${WATCH_HOOK}) { w.${WATCH_HOOK}(window); break; } } catch { break; }</script>`;

/** Serves a page of a dry run with one script before its own: what fails while the page is read is seen too. */
export async function serveWatchedPage(path: string, response: ServerResponse): Promise<void> {
  // Byte by byte as Latin-1, so that the page keeps its encoding, whichever it is.
  const page = await readFile(path, 'latin1');
  const opening = /<head[^>]*>/i.exec(page) ?? /<html[^>]*>/i.exec(page) ?? /<!doctype[^>]*>/i.exec(page);
  const place = opening ? opening.index + opening[0].length : 0;
  response.setHeader('Cache-Control', 'no-store');
  response.end(Buffer.from(page.slice(0, place) + WATCH + page.slice(place), 'latin1'));
}
