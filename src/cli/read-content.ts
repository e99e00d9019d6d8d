import { join } from 'node:path';
import { helpIds } from '#features/help/load-help.ts';
import type { ModuleFolder } from '#features/publishing/module-folder.ts';
import { readContentFolder } from '#features/publishing/read-content-folder.ts';
import type { Config } from '#platform/config.ts';
import { CONTENT_FOLDER } from './paths.ts';

/** Reads the modules of content/, with the contacts that they may name. */
export function readContent({ dataFolder }: Config): Promise<ModuleFolder[]> {
  const help = { shipped: join(CONTENT_FOLDER, 'aide.yaml'), override: join(dataFolder, 'aide.yaml') };
  return readContentFolder(CONTENT_FOLDER, helpIds(help));
}
