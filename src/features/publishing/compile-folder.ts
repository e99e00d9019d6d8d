import { compileModule, type Compilation } from '#domain/authoring/compile-module.ts';
import { folderHash } from './folder-hash.ts';
import { mediaSources, type ModuleFolder } from './module-folder.ts';

export interface CompiledFolder extends Compilation {
  /** SHA-256 of the sources, in hexadecimal. */
  hash: string;
}

/** Compiles a module's folder as it was read. */
export function compileFolder(folder: ModuleFolder): CompiledFolder {
  const { slug, files, media, context } = folder;
  return { ...compileModule({ slug, files, media: mediaSources(media) }, context), hash: folderHash(folder) };
}
