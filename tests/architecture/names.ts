import type { SourceFile } from './source-file.ts';

/** Names that say nothing of what is inside: the concept has not been named yet (DESIGN §2). */
const EMPTY_NAMES = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'misc',
  'common',
  'lib',
  'manager',
  'service',
  'handler',
]);

/** Files and folders with an empty name, alone or as the last word (`date-utils`, `SessionManager`). */
export function emptyNames(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.split('/').some((part) => EMPTY_NAMES.has(lastWord(part))))
    .map(({ path }) => `${path}: name the concept`);
}

/** Files out of the one style: kebab-case, PascalCase for components; pages are named by their address. */
export function oddNames(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => !path.split('/').slice(0, -1).every(isFolderName) || !isFileName(path))
    .map(({ path }) => `${path}: kebab-case, or PascalCase for a component`);
}

function lastWord(part: string): string {
  const stem = part.split('.')[0]!;
  return stem
    .split(/-|(?<=[a-z])(?=[A-Z])/)
    .at(-1)!
    .toLowerCase();
}

function isFolderName(name: string): boolean {
  return /^(\[[a-z]+\]|[a-z0-9]+(-[a-z0-9]+)*)$/.test(name);
}

function isFileName(path: string): boolean {
  const name = path.split('/').at(-1)!;
  if (/\.(astro|tsx)$/.test(name) && !path.startsWith('src/pages/'))
    return /^[A-Z][A-Za-z0-9]*\.(astro|tsx)$/.test(name);
  return (
    /^(\d{8}T\d{4}-)?(\[[a-z]+\]|[a-zA-Z0-9.-]*)\.[a-z.]+$/.test(name) &&
    !/[A-Z]/.test(name.replace(/^\d{8}T\d{4}|^README/, ''))
  );
}
