import type { ModuleFolder } from '#features/publishing/module-folder.ts';
import { Refusal } from './refusal.ts';

/** The folder that a command names, or all of them; a refusal that lists the modules when there is none of that name. */
export function chooseFolders(folders: ModuleFolder[], slug: string | undefined): ModuleFolder[] {
  if (slug === undefined) return folders;
  const chosen = folders.filter((folder) => folder.slug === slug);
  if (chosen.length > 0) return chosen;
  const known = folders.map((folder) => folder.slug).join(', ') || 'aucun';
  throw new Refusal(`content/ n’a pas de module « ${slug} ». Modules : ${known}.`);
}
