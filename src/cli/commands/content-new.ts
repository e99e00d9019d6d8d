import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { scaffoldModule } from '#domain/authoring/scaffold-module.ts';
import { compileFolder } from '#features/publishing/compile-folder.ts';
import type { ModuleFolder } from '#features/publishing/module-folder.ts';
import { command } from '../command.ts';
import { CONTENT_FOLDER } from '../paths.ts';
import { readContent } from '../read-content.ts';
import { Refusal } from '../refusal.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const contentNew = command({
  name: 'content new',
  usage: '<nom-du-module>',
  summary: 'Crée un module qui passe la vérification, prêt à être écrit.',
  options: {},
  schema: z.object({
    names: z.tuple([z.string().regex(SLUG, 'minuscules, chiffres et tirets, comme ecouter-et-agir').max(60)], {
      error: 'indiquez le nom du module : minuscules, chiffres et tirets, comme ecouter-et-agir',
    }),
  }),
  async run({ names: [slug] }, { config, say }) {
    const folders = await readContent(config);
    if (folders.some((folder) => folder.slug === slug)) throw new Refusal(`content/${slug} existe déjà.`);
    const code = nextCode(folders);
    const files = scaffoldModule(slug, code);
    const context = {
      moduleSlugs: [...folders.map((folder) => folder.slug), slug],
      helpIds: folders[0]?.context.helpIds ?? [],
    };
    const [problem] = compileFolder({ slug, files, media: [], context }).problems;
    if (problem) throw new Refusal(`${problem.message} ${problem.remedy}`);

    await mkdir(join(CONTENT_FOLDER, slug));
    for (const [path, text] of Object.entries(files))
      await writeFile(join(CONTENT_FOLDER, slug, path), text, { flag: 'wx' });
    say(`content/${slug} créé, code ${code} : ${Object.keys(files).join(', ')}.`);
    say(`Pour le vérifier : npm run reperes -- content check ${slug}`);
  },
});

/** The first `m<n>` after those in use. */
function nextCode(folders: readonly ModuleFolder[]): string {
  const numbers = folders.map(({ files }) =>
    Number(/^code:\s*["']?m(\d+)/m.exec(files['module.yaml'] ?? '')?.[1] ?? 0),
  );
  return `m${Math.max(0, ...numbers) + 1}`;
}
