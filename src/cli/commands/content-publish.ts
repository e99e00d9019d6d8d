import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { countFollowers } from '#features/publishing/queries.ts';
import { listContentDifferences } from '#features/publishing/list-content-differences.ts';
import type { ModuleFolder } from '#features/publishing/module-folder.ts';
import { problemLine } from '#features/publishing/problem-line.ts';
import { publishModule } from '#features/publishing/publish-module.ts';
import type { DatabaseHandle } from '#platform/db/database-file.ts';
import { chooseFolders } from '../choose-folders.ts';
import { command, required } from '../command.ts';
import { readContent } from '../read-content.ts';
import { Refusal } from '../refusal.ts';

const USAGE = '<module> --as correction|materielle [--a-refaire] --note "…" [--oui]';

export const contentPublish = command({
  name: 'content publish',
  usage: USAGE,
  summary:
    'Publie un module : une correction remplace le texte pour tous, une publication matérielle ouvre une nouvelle édition. Les apprenants lisent la note.',
  options: {
    as: { type: 'string' },
    'a-refaire': { type: 'boolean' },
    note: { type: 'string' },
    oui: { type: 'boolean' },
  },
  schema: z
    .object({
      names: z.tuple([z.string()], { error: 'indiquez le module à publier, et un seul' }),
      as: z.enum(['correction', 'materielle'], { error: 'correction ou materielle' }),
      'a-refaire': z.boolean().default(false),
      note: required('ce qui change, en une phrase').max(500, '500 caractères au plus'),
      oui: z.boolean().default(false),
    })
    .refine((input) => input.as === 'materielle' || !input['a-refaire'], {
      path: ['a-refaire'],
      message: 'seule une publication matérielle peut être à refaire',
    }),
  async run({ names: [slug], as, 'a-refaire': redo, note, oui }, { config, act, say, openDatabase }) {
    const [folder] = chooseFolders(await readContent(config), slug);
    if (!folder) return;
    const db = await openDatabase();
    const isMaterial = as === 'materielle';
    if (isMaterial && !oui && (await hasChanged(db, folder)))
      await confirmMaterial(db, { slug, redo, on: civilDateOf(act.at) }, say);
    const result = await publishModule(db, act, { folder, kind: isMaterial ? 'material' : 'correction', redo, note });
    switch (result.outcome) {
      case 'published':
        return say(`${slug} publié : édition ${result.edition}, révision ${result.revision}.`);
      case 'unchanged':
        return say(
          `${slug} n’a pas changé depuis l’édition ${result.edition}, révision ${result.revision} : rien à publier.`,
        );
      case 'content-problems':
        throw new Refusal(
          `${slug} n’est pas publié, la version en ligne reste :\n${result.problems
            .filter(({ severity }) => severity === 'error')
            .map((problem) => `content/${problemLine(problem)}`)
            .join('\n')}`,
        );
      case 'code-taken':
        throw new Refusal(`Le code de ce module est celui de « ${result.slug} » : changez-le dans module.yaml.`);
      case 'code-changed':
        throw new Refusal(`Ce module est publié sous le code ${result.code} : remettez-le dans module.yaml.`);
    }
  },
});

async function hasChanged(db: DatabaseHandle, folder: ModuleFolder): Promise<boolean> {
  const differences = await listContentDifferences(db, [folder]);
  return differences.some(({ slug, kind }) => slug === folder.slug && kind !== 'removed');
}

/** Says how many people a material release concerns, and asks; without a terminal to ask in, refuses. */
async function confirmMaterial(
  db: DatabaseHandle,
  { slug, redo, on }: { slug: string; redo: boolean; on: CivilDate },
  say: (sentence: string) => void,
) {
  const { toBegin, inProgress, completed } = await countFollowers(db, slug, on);
  say(`Personnes désignées qui n’ont pas commencé : ${toBegin} ; elles suivront la nouvelle version.`);
  say(
    redo
      ? `Personnes en cours : ${inProgress} ; elles recommenceront avec la nouvelle version, leur travail sur l’ancienne ne compte plus.`
      : `Personnes en cours : ${inProgress} ; elles gardent leur version, la nouvelle leur est proposée.`,
  );
  say(
    redo
      ? `Personnes qui ont terminé : ${completed} ; elles auront ce module à refaire dès aujourd’hui.`
      : `Personnes qui ont terminé : ${completed} ; elles restent « terminé », avec la mention « version antérieure ».`,
  );
  if (!process.stdin.isTTY) throw new Refusal('Pour publier sans question, ajoutez --oui.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Publier ? (oui/non) ');
  terminal.close();
  if (answer.trim().toLowerCase() !== 'oui') throw new Refusal('Rien n’a été publié.');
}
