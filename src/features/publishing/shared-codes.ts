import type { Problem } from '#domain/authoring/problem.ts';
import { compileFolder } from './compile-folder.ts';
import type { ModuleFolder } from './module-folder.ts';

/** Modules that have the code of one before them: the code is their address, so only one of them can be published. */
export function sharedCodes(folders: readonly ModuleFolder[]): Problem[] {
  const owners = new Map<string, string>();
  return folders.flatMap((folder): Problem[] => {
    const code = compileFolder(folder).module?.code;
    const owner = code === undefined ? undefined : owners.get(code);
    if (code !== undefined && owner === undefined) owners.set(code, folder.slug);
    if (owner === undefined) return [];
    return [
      {
        file: `${folder.slug}/module.yaml`,
        line: 1,
        column: 1,
        severity: 'error',
        code: 'shared-code',
        message: `Le code ${code} est déjà celui du module « ${owner} ».`,
        remedy: 'Choisissez un code libre : « m » et un nombre.',
      },
    ];
  });
}
