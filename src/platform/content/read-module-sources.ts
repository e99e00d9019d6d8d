import { lstat, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export { hashSources } from './hash-sources.ts';
export { mediaHref } from './media-href.ts';

/** A text file of a module, its path inside the module's folder, in the one form that is stored and hashed. */
export interface SourceFile {
  path: string;
  text: string;
}

/** What a module's folder holds, by path inside it. */
export interface ModuleFolder {
  files: Record<string, string>;
  media: Record<string, Uint8Array>;
}

const FOLDER_NAME = /^[^./\\][^/\\]*$/;
const TEXT_FILE = /^[^.#~][^#~]*\.(?:mdx|yaml|yml)$/;
const MEDIA_FILE = /^[^.#~][^#~]*\.(?:svg|png|jpe?g|webp)$/i;

/** The modules of `content/`: its folders, in alphabetical order. Links and hidden folders are not modules. */
export async function listModuleSlugs(contentFolder: string): Promise<string[]> {
  const entries = await readdir(contentFolder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && FOLDER_NAME.test(entry.name));
  return folders.map((folder) => folder.name.normalize('NFC')).sort();
}

/** Reads a module's folder: MDX, YAML and images, and nothing an editor or a link could have slipped in. */
export async function readModuleFolder(contentFolder: string, slug: string): Promise<ModuleFolder> {
  if (!FOLDER_NAME.test(slug)) throw new Error(`Not the name of a module folder: ${slug}`);
  const folder = join(contentFolder, slug);
  const names = await listPlainFiles(folder, TEXT_FILE);
  const texts = await Promise.all(names.map((name) => readText(folder, name)));
  return {
    files: Object.fromEntries(texts.map(({ path, text }) => [path, text])),
    media: await readMedia(folder),
  };
}

async function readText(folder: string, name: string): Promise<SourceFile> {
  const typed = await readFile(join(folder, name), 'utf8');
  const text = typed.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').normalize('NFC');
  return { path: name.normalize('NFC'), text };
}

async function readMedia(folder: string): Promise<Record<string, Uint8Array>> {
  const names = await listPlainFiles(join(folder, 'media'), MEDIA_FILE);
  const images = names.map(async (name) => {
    const bytes = await readFile(join(folder, 'media', name));
    return [`media/${name.normalize('NFC')}`, new Uint8Array(bytes)] as const;
  });
  return Object.fromEntries(await Promise.all(images));
}

/** Names of the files of a folder that are files themselves; none when the folder is missing or is a link. */
async function listPlainFiles(folder: string, known: RegExp): Promise<string[]> {
  const stats = await lstat(folder).catch(() => null);
  if (!stats?.isDirectory()) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && known.test(entry.name)).map((entry) => entry.name);
}
