import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { PERSON_STATUSES, type PersonStatus } from '#domain/identity/person-status.ts';
import { SEPARATOR_NAMES } from '#domain/organisation/separator.ts';
import type { Findings, ImportPreview } from '#features/imports/batch.ts';
import { ENCODING_NAMES } from '#features/imports/encoding-names.ts';
import { findBatch } from '#features/imports/queries.ts';
import { abandonImport, storeImport } from '#features/imports/store-import.ts';
import { applyTask } from '#features/imports/tasks/apply-task.ts';
import { previewTask } from '#features/imports/tasks/preview-task.ts';
import { noticeWords, resultWords } from '#features/imports/words.ts';
import { jsonLog } from '#platform/log.ts';
import { workerTasks } from '#platform/tasks/worker-tasks.ts';
import { command } from '../command.ts';
import { ROOT } from '../paths.ts';
import { Refusal } from '../refusal.ts';

const STATUS_WORDS: Record<PersonStatus, string> = { military: 'militaire', civilian: 'civil', student: 'eleve' };
const SHOWN_REFUSALS = 20;

export const peopleImport = command({
  name: 'people import',
  usage:
    '<fichier.csv> [--oui] [--sans-refusees] [--departs] [--statut militaire|civil|eleve] [--parcours <nom court>]',
  summary:
    'Montre ce qu’un fichier de personnes ou d’unités changerait ; avec --oui, l’applique. --sans-refusees laisse de côté les lignes refusées, --departs prend les absents du fichier pour partis.',
  options: {
    oui: { type: 'boolean' },
    'sans-refusees': { type: 'boolean' },
    departs: { type: 'boolean' },
    statut: { type: 'string' },
    parcours: { type: 'string' },
  },
  schema: z.object({
    names: z.array(z.string()).length(1, 'indiquez un fichier, et un seul'),
    oui: z.boolean().default(false),
    'sans-refusees': z.boolean().default(false),
    departs: z.boolean().default(false),
    statut: z
      .enum(Object.values(STATUS_WORDS) as [string, ...string[]], 'militaire, civil ou eleve')
      .transform((word) => PERSON_STATUSES.find((status) => STATUS_WORDS[status] === word)!)
      .default('military'),
    parcours: z.string().nullable().default(null),
  }),
  async run(input, { config, act, say, openDatabase }) {
    const file = input.names[0]!;
    if (!existsSync(file) || !statSync(file).isFile())
      throw new Refusal(`Il n’y a pas de fichier « ${file} » : vérifiez son chemin.`);
    const db = await openDatabase();
    const tasks = workerTasks(
      join(ROOT, 'src/cli/worker.ts'),
      config,
      jsonLog(() => act.at),
    );
    const settings = { defaultStatus: input.statut, programme: input.parcours };
    const sent = { name: basename(file), content: await readFile(file) };
    const batchId = await storeImport(db, act, config.dataFolder, sent, settings);
    let isKept = false;
    try {
      await tasks.run(previewTask, { batchId, at: act.at });
      const { preview } = (await findBatch(db, batchId))!;
      const findings = tellPreview(preview, say);
      if (!input.oui) return say('Rien n’a été changé. Pour appliquer l’import : la même commande avec --oui.');
      const left = input.departs ? 'all' : 'none';
      const application = { batchId, act, skipRefused: input['sans-refusees'], left } as const;
      const applied = await tasks.run(applyTask, application);
      if (applied.outcome === 'nothing-to-do') return say('Rien n’a été changé : tout est déjà ainsi.');
      if (applied.outcome === 'has-refusals')
        throw new Refusal(
          `Rien n’a été changé : ${findings.counts.refused} lignes sont refusées. Corrigez le fichier, ou ajoutez --sans-refusees.`,
        );
      if (applied.outcome !== 'applied') throw new Refusal(noticeWords(applied.outcome));
      isKept = true;
      say(`Import appliqué : ${resultWords(applied.result)}. Il s’annule depuis /administration/imports/${batchId}.`);
    } finally {
      if (!isKept) await abandonImport(db, config.dataFolder, batchId);
      await tasks.close();
    }
  },
});

function tellPreview(preview: ImportPreview | null, say: (sentence: string) => void): Findings {
  const layout = preview?.layout;
  if (layout) say(`Encodage : ${ENCODING_NAMES[layout.encoding]}. Séparateur : ${SEPARATOR_NAMES[layout.separator]}.`);
  const findings = preview?.findings;
  if (!findings) throw new Refusal((preview?.problems ?? []).join('\n'));
  const { counts, refusals, refusalCount, programme } = findings;
  say(
    `${counts.lines} lignes : ${counts.new} nouvelles, ${counts.changed} changées, ${counts.moved} déplacées, ${counts.unchanged} inchangées, ${counts.refused} refusées ; ${counts.left} absentes du fichier.`,
  );
  if (counts.flagged > 0)
    say(`${counts.flagged} ressemblent à quelqu’un d’autre (même nom ou même courriel), sans être confondues.`);
  if (programme) say(`Les désignations vont au parcours « ${programme} ».`);
  for (const { line, column, reason, remedy } of refusals.slice(0, SHOWN_REFUSALS))
    say(`Ligne ${line}, ${column ?? 'toute la ligne'} : ${reason} ; ${remedy}.`);
  if (refusalCount > SHOWN_REFUSALS) say(`… et ${refusalCount - SHOWN_REFUSALS} autres refus.`);
  return findings;
}
