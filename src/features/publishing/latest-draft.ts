import { compileDraft, type Draft } from './compile-draft.ts';
import { folderHash } from './folder-hash.ts';
import type { ModuleFolder } from './module-folder.ts';

const latest = new Map<string, { key: string; draft: Draft }>();

/** The draft of a folder, compiled only when something that it depends on has changed. */
export function latestDraft(folder: ModuleFolder): Draft {
  const key = `${folderHash(folder)} ${JSON.stringify(folder.context)}`;
  const known = latest.get(folder.slug);
  if (known?.key === key) return known.draft;
  const draft = compileDraft(folder);
  latest.set(folder.slug, { key, draft });
  return draft;
}
