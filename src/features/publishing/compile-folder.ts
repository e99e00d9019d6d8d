import { compileModule } from '#domain/authoring/compile-module.ts';
import type { Problem } from '#domain/authoring/problem.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import { folderHash } from './folder-hash.ts';
import { mediaSources, type ModuleFolder } from './module-folder.ts';

export interface CompiledFolder {
  /** Null when there is a problem that is not a mere notice. */
  module: CompiledModule | null;
  problems: Problem[];
  /** SHA-256 of the sources, in hexadecimal. */
  hash: string;
}

/** Compiles a module's folder as it was read. */
export function compileFolder(folder: ModuleFolder): CompiledFolder {
  const { slug, files, media, context } = folder;
  return { ...compileModule({ slug, files, media: mediaSources(media) }, context), hash: folderHash(folder) };
}
