import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { readModuleCode } from '#domain/authoring/settings/read-module-code.ts';
import { listModuleSlugs, readModuleFolder } from '#platform/content/read-module-sources.ts';
import type { MediaFile, ModuleFolder } from './module-folder.ts';

/**
 * Reads every module of a content folder, by name.
 * @param contentFolder the path of `content/`
 * @param helpIds the contacts that `/aide#…` may name
 */
export async function readContentFolder(contentFolder: string, helpIds: string[]): Promise<ModuleFolder[]> {
  const moduleSlugs = await listModuleSlugs(contentFolder);
  const folders = await Promise.all(
    moduleSlugs.map(async (slug) => ({ slug, ...(await readModuleFolder(contentFolder, slug)) })),
  );
  const moduleCodes: Record<string, string> = {};
  for (const { slug, files } of folders) {
    const code = readModuleCode(files['module.yaml'] ?? '');
    if (code !== null) moduleCodes[slug] = code;
  }
  const context = { moduleSlugs, moduleCodes, helpIds };
  return folders.map(({ slug, files, media }) => ({
    slug,
    files,
    media: Object.entries(media).map(mediaFile),
    context,
  }));
}

function mediaFile([path, bytes]: [string, Uint8Array]): MediaFile {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { path, hash, extension: extname(path).slice(1).toLowerCase(), bytes };
}
