import { gzipSync } from 'node:zlib';

export interface ScriptBytes {
  /** What every page of a module loads. */
  plain: number;
  /** The same with the islands of a lesson, the React run-time included. */
  withIslands: number;
}

const SCRIPT = /<script[^>]*src="([^"]+)"/g;
const ISLAND = /(?:component-url|renderer-url|before-hydration-url)="([^"]+)"/g;
const IMPORT = /(?:from|import)\s*\(?["'](\.\.?\/[^"']+|\/[^"']+)["']/g;

/** Compressed bytes of the JavaScript that a lesson loads, imports included, inline scripts counted. */
export async function lessonScriptBytes(origin: string, cookie: string): Promise<ScriptBytes> {
  const html = await (await fetch(`${origin}/modules/m1/1`, { headers: { cookie } })).text();
  const inline = [...html.matchAll(/<script(?![^>]*src=)[^>]*>([^<]+)<\/script>/g)].map(([, code]) => code ?? '');
  const islandInline = inline.filter((code) => code.includes('astro-island') || code.includes('Astro'));
  const plainInline = inline.filter((code) => !islandInline.includes(code));
  const plain = await graphBytes(origin, addresses(html, SCRIPT), plainInline);
  const withIslands = await graphBytes(origin, [...addresses(html, SCRIPT), ...addresses(html, ISLAND)], inline);
  return { plain, withIslands };
}

function addresses(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, address]) => address ?? '');
}

async function graphBytes(origin: string, entries: string[], inline: string[]): Promise<number> {
  const seen = new Map<string, number>();
  const queue = entries.map((entry) => new URL(entry, origin).href);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    const code = await (await fetch(next)).text();
    seen.set(next, gzipSync(code).length);
    for (const [, path] of code.matchAll(IMPORT)) queue.push(new URL(path ?? '', next).href);
  }
  const scripts = [...seen.values()].reduce((sum, size) => sum + size, 0);
  return scripts + inline.reduce((sum, code) => sum + gzipSync(code).length, 0);
}
