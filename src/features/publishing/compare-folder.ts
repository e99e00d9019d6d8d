import type { ModuleSources } from '#domain/authoring/module-sources.ts';
import { compareLines, type ComparedLine } from './compare-lines.ts';
import { mediaHref, type ModuleFolder } from './module-folder.ts';

/** One file of a module that is not as it was published. */
export interface FileChange {
  path: string;
  kind: 'added' | 'removed' | 'changed';
  /** What changed in a text; none for an image, or a file that is wholly new or gone. */
  lines: ComparedLine[];
}

/** How a folder differs from what is live, file by file. */
export function compareFolder(folder: ModuleFolder, live: ModuleSources): FileChange[] {
  const media = Object.fromEntries(folder.media.map((file) => [file.path, mediaHref(file)]));
  const liveMedia = Object.fromEntries(Object.entries(live.media).map(([path, { href }]) => [path, href]));
  const changes = [
    ...compareFiles(live.files, folder.files, compareLines),
    ...compareFiles(liveMedia, media, () => []),
  ];
  return changes.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function compareFiles(
  before: Record<string, string>,
  after: Record<string, string>,
  compare: (before: string, after: string) => ComparedLine[],
): FileChange[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].flatMap((path): FileChange[] => {
    const [old, current] = [before[path], after[path]];
    if (old === current) return [];
    if (old === undefined) return [{ path, kind: 'added', lines: [] }];
    if (current === undefined) return [{ path, kind: 'removed', lines: [] }];
    return [{ path, kind: 'changed', lines: compare(old, current) }];
  });
}
