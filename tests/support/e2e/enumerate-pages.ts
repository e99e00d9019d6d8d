import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

const PAGES = resolve(import.meta.dirname, '../../../src/pages');

/** The addresses of the product as its folder of pages gives them, `/modules/[code]`: a new one is seen at once. */
export function enumeratePages(): string[] {
  return readdirSync(PAGES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(astro|ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(PAGES.length).replaceAll(sep, '/'))
    .map((path) => path.replace(/\.(astro|ts)$/, '').replace(/\/index$/, '') || '/')
    .sort();
}

/** How an address is asked for: a resource that only receives has nothing to show. */
export function methodOf(path: string): 'GET' | 'POST' {
  const resource = join(PAGES, `${path}.ts`);
  return existsSync(resource) && !/export const GET\b/.test(readFileSync(resource, 'utf8')) ? 'POST' : 'GET';
}
