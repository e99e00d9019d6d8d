import { createReadStream, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { PERSON_STATUSES, type PersonStatus } from '#domain/identity/person-status.ts';
import { SEPARATOR_NAMES } from '#domain/organisation/separator.ts';
import type { Findings, ImportPreview } from '#features/imports/batch.ts';
import { ENCODING_NAMES } from '#features/imports/encoding-names.ts';
import { refusedLinesFile } from '#features/imports/import-file.ts';
import { findBatch } from '#features/imports/queries.ts';
import { abandonImport, storeImport } from '#features/imports/store-import.ts';
import { applyTask, type ApplyOutcome } from '#features/imports/tasks/apply-task.ts';
import { previewTask } from '#features/imports/tasks/preview-task.ts';
import { countsWords, frenchNumber, noticeWords, resultWords } from '#features/imports/words.ts';
import { jsonLog } from '#platform/log.ts';
import { workerTasks } from '#platform/tasks/worker-tasks.ts';
import { command, type CommandContext } from '../command.ts';
import { ROOT } from '../paths.ts';
import { Refusal } from '../refusal.ts';

const STATUS_WORDS: Record<PersonStatus, string> = { military: 'militaire', civilian: 'civil', student: 'eleve' };
const SHOWN_REFUSALS = 20;

export const peopleImport = command({
  name: 'people import',
  usage:
    '<fichier.csv> [--oui] [--sans-refusees] [--refusees <fichier.csv>] [--departs] [--statut militaire|civil|eleve] [--parcours <nom court>]',
  summary:
    'Montre ce qu’un fichier de personnes ou d’unités changerait ; avec --oui, l’applique en entier. --sans-refusees laisse de côté les lignes refusées, --refusees les écrit dans un fichier à corriger, --departs prend les absents du fichier pour partis. Code de sortie : 0 quand c’est montré, appliqué ou déjà ainsi, 1 quand c’est refusé.',
  options: {
    oui: { type: 'boolean' },
    'sans-refusees': { type: 'boolean' },
    refusees: { type: 'string' },
    departs: { type: 'boolean' },
    statut: { type: 'string' },
    parcours: { type: 'string' },
  },
  schema: z.object({
    names: z.array(z.string()).length(1, 'indiquez un fichier, et un seul'),
    oui: z.boolean().default(false),
    'sans-refusees': z.boolean().default(false),
    refusees: z.string().min(1, 'indiquez où écrire').nullable().default(null),
    departs: z.boolean().default(false),
    statut: z
      .enum(Object.values(STATUS_WORDS) as [string, ...string[]], 'militaire, civil ou eleve')
      .transform((word) => PERSON_STATUSES.find((status) => STATUS_WORDS[status] === word)!)
      .default('military'),
    parcours: z.string().nullable().default(null),
  }),
  async run(input, { config, act, say, openDatabase }) {
    const file = input.names[0]!;
    requireContent(file);
    const db = await openDatabase();
    const log = jsonLog(() => act.at);
    const tasks = workerTasks(join(ROOT, 'src/cli/worker.ts'), config, log);
    const settings = { defaultStatus: input.statut, programme: input.parcours };
    const sent = {
      name: basename(file),
      content: createReadStream(file) as AsyncIterable<Uint8Array>,
    };
    const batchId = await storeImport(db, act, config.dataFolder, sent, settings);
    let isKept = false;
    try {
      await tasks.run(previewTask, { batchId, at: act.at });
      const { preview } = (await findBatch(db, batchId))!;
      const findings = tellPreview(preview, say);
      await giveRefusedLines(findings, refusedLinesFile(config.dataFolder, batchId), input.refusees, say);
      if (!input.oui) return say('Rien n’a été changé. Pour appliquer l’import : la même commande avec --oui.');
      const left = input.departs ? 'all' : 'none';
      const application = { batchId, act, skipRefused: input['sans-refusees'], left } as const;
      isKept = tellApplication(await tasks.run(applyTask, application), findings, say);
    } finally {
      if (!isKept) await abandonImport(db, config.dataFolder, batchId);
      await tasks.close();
    }
  },
});

function requireContent(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new Refusal(`Il n’y a pas de fichier « ${file} » : vérifiez son chemin.`);
  if (found.size === 0) throw new Refusal('Le fichier est vide : choisissez celui que le logiciel RH a exporté.');
}

type Say = CommandContext['say'];

function tellPreview(preview: ImportPreview | null, say: Say): Findings {
  const layout = preview?.layout;
  if (layout) say(`Encodage : ${ENCODING_NAMES[layout.encoding]}. Séparateur : ${SEPARATOR_NAMES[layout.separator]}.`);
  const findings = preview?.findings;
  if (!findings) throw new Refusal((preview?.problems ?? []).join('\n'));
  const { counts, refusals, refusalCount, programme } = findings;
  say(`${countsWords(counts)}.`);
  if (counts.flagged > 0)
    say(
      `${frenchNumber(counts.flagged, 'ressemble', 'ressemblent')} à quelqu’un d’autre (même nom ou même courriel), sans confusion.`,
    );
  if (programme) say(`Les désignations vont au parcours « ${programme} ».`);
  for (const { line, column, reason, remedy } of refusals.slice(0, SHOWN_REFUSALS))
    say(`Ligne ${line}, ${column ?? 'toute la ligne'} : ${reason} ; ${remedy}.`);
  if (refusalCount > SHOWN_REFUSALS)
    say(`… et ${frenchNumber(refusalCount - SHOWN_REFUSALS, 'autre refus', 'autres refus')}.`);
  return findings;
}

async function giveRefusedLines({ counts }: Findings, from: string, to: string | null, say: Say): Promise<void> {
  if (to === null || counts.refused === 0) return;
  await copyFile(from, to).catch(() => {
    throw new Refusal(`« ${to} » ne peut pas être écrit : vérifiez le dossier et ses droits.`);
  });
  say(`Lignes refusées écrites dans « ${to} » : corrigez-les là, puis importez ce fichier.`);
}

/** True when the import has been applied. */
function tellApplication(applied: ApplyOutcome, { counts }: Findings, say: Say): boolean {
  if (applied.outcome === 'applied') {
    say(`Import appliqué : ${resultWords(applied.result)}. Jusqu’au prochain, il s’annule par people undo.`);
    return true;
  }
  if (applied.outcome === 'has-refusals')
    throw new Refusal(
      `Rien n’a été changé : ${frenchNumber(counts.refused, 'ligne est refusée', 'lignes sont refusées')}. Corrigez le fichier, ou ajoutez --sans-refusees.`,
    );
  if (applied.outcome !== 'nothing-to-do') throw new Refusal(noticeWords(applied.outcome));
  say('Rien n’a été changé : tout est déjà ainsi.');
  return false;
}
