import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Finding } from '#domain/packaging/finding.ts';
import { findDelivery } from '#features/packages/queries.ts';
import { runStatement } from '#features/packages/run-statement.ts';
import { importTask } from '#features/packages/tasks/import-task.ts';
import { counted, placeWords, SEVERITY_TITLES, STANDARD_WORDS, weightWords } from '#features/packages/words.ts';
import { jsonLog } from '#platform/log.ts';
import { workerTasks } from '#platform/tasks/worker-tasks.ts';
import { command } from '../command.ts';
import { ROOT } from '../paths.ts';
import { Refusal } from '../refusal.ts';

export const packageImport = command({
  name: 'package import',
  usage: '<paquet.zip>',
  summary:
    'Examine un paquet SCORM livré par d’autres et le garde ; il se publie ensuite depuis /atelier/paquets. Code de sortie : 0 quand il est gardé ou déjà là, 1 quand il est refusé.',
  options: {},
  schema: z.object({ names: z.array(z.string()).length(1, 'indiquez une archive, et une seule') }),
  async run({ names }, { config, act, say, openDatabase }) {
    const zipPath = resolve(names[0]!);
    if (!statSync(zipPath, { throwIfNoEntry: false })?.isFile())
      throw new Refusal(`Il n’y a pas de fichier « ${names[0]} » : vérifiez son chemin.`);
    const db = await openDatabase();
    const tasks = workerTasks(
      join(ROOT, 'src/cli/worker.ts'),
      config,
      jsonLog(() => act.at),
    );
    try {
      const sent = { ...act, zipPath, fileName: basename(zipPath), removeAfter: false };
      const outcome = await tasks.run(importTask, sent);
      if (outcome.kind === 'refused')
        throw new Refusal(`Le paquet est refusé, rien n’en a été gardé.\n${findingLines(outcome.findings).join('\n')}`);
      const delivery = (await findDelivery(db, outcome.deliveryId))!;
      const statement = runStatement(delivery.manifest, delivery.findings);
      const size = `${counted(delivery.fileCount, 'fichier')}, ${weightWords(delivery.totalBytes)}`;
      say(`« ${delivery.title} », ${STANDARD_WORDS[delivery.standard]}, ${size}.`);
      say(`${statement.title}. ${statement.detail}`);
      for (const line of findingLines(delivery.findings)) say(line);
      say(
        outcome.kind === 'kept'
          ? `Paquet gardé. Pour le publier : ${config.origin}/atelier/paquets/${delivery.id}`
          : `Ce paquet était déjà là, rien n’a été écrit : ${config.origin}/atelier/paquets/${delivery.id}`,
      );
    } finally {
      await tasks.close();
    }
  },
});

function findingLines(findings: readonly Finding[]): string[] {
  return (['refused', 'wrong', 'unusual'] as const).flatMap((severity) => {
    const lines = findings.filter((finding) => finding.severity === severity).map(findingLine);
    return lines.length === 0 ? [] : [`${SEVERITY_TITLES[severity]} :`, ...lines];
  });
}

function findingLine(finding: Finding): string {
  const where = [placeWords(finding), finding.place.clause].filter((part) => part !== null).join(', ');
  return `  ${where === '' ? '' : `${where} : `}${finding.message}`;
}
