import type { ModuleFolder } from './module-folder.ts';

/** Reads a module's folder as it is now; null when there is none. */
export type ReadDraftFolder = (slug: string) => Promise<ModuleFolder | null>;

// What starts the development server and what it serves are loaded apart, so they meet on the global object.
const slot = Symbol.for('reperes.draft-folders');
const shared = globalThis as { [slot]?: ReadDraftFolder };

/** Shows what is being written in place of what is live (development only); null shows what is live again. */
export function showDraftFolders(read: ReadDraftFolder | null): void {
  if (read) shared[slot] = read;
  else delete shared[slot];
}

/** How to read what is being written; null when what is live is served. */
export function draftFolders(): ReadDraftFolder | null {
  return shared[slot] ?? null;
}
