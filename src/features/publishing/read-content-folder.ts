import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { listModuleSlugs, readModuleFolder } from '#platform/content/read-module-sources.ts';
import type { MediaFile, ModuleFolder } from './module-folder.ts';

/**
 * Reads every module of a content folder, by name.
 * @param contentFolder the path of `content/`
 * @param helpIds the contacts that `/aide#…` may name
 */
export async function readContentFolder(contentFolder: string, helpIds: string[]): Promise<ModuleFolder[]> {
  const moduleSlugs = await listModuleSlugs(contentFolder);
  return Promise.all(
    moduleSlugs.map(async (slug) => {
      const { files, media } = await readModuleFolder(contentFolder, slug);
      return { slug, files, media: Object.entries(media).map(mediaFile), context: { moduleSlugs, helpIds } };
    }),
  );
}

function mediaFile([path, bytes]: [string, Uint8Array]): MediaFile {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { path, hash, extension: extname(path).slice(1).toLowerCase(), bytes };
}
