import { join } from 'node:path';
import { z } from 'zod';
import { frenchDateTime } from '#domain/time/french-dates.ts';
import { findBatch, findUndoable } from '#features/imports/queries.ts';
import { undoTask } from '#features/imports/tasks/undo-task.ts';
import { noticeWords, resultWords } from '#features/imports/words.ts';
import { jsonLog } from '#platform/log.ts';
import { workerTasks } from '#platform/tasks/worker-tasks.ts';
import { command } from '../command.ts';
import { ROOT } from '../paths.ts';
import { Refusal } from '../refusal.ts';

export const peopleUndo = command({
  name: 'people undo',
  usage: '',
  summary:
    'Annule le dernier import appliqué, par cette commande ou par le site : il peut l’être jusqu’au suivant. Code de sortie : 0 quand il est annulé, 1 quand c’est refusé.',
  options: {},
  schema: z.object({
    names: z.array(z.string()).length(0, 'cette commande ne prend rien : elle annule le dernier import'),
  }),
  async run(_input, { config, act, say, openDatabase }) {
    const db = await openDatabase();
    const batchId = await findUndoable(db);
    const batch = batchId === null ? null : await findBatch(db, batchId);
    if (!batch)
      throw new Refusal('Aucun import ne peut être annulé : aucun n’est appliqué, ou le dernier est déjà annulé.');
    const log = jsonLog(() => act.at);
    const tasks = workerTasks(join(ROOT, 'src/cli/worker.ts'), config, log);
    try {
      const undone = await tasks.run(undoTask, { batchId: batch.batchId, act });
      if (undone.outcome !== 'undone')
        throw new Refusal(noticeWords(undone.outcome === 'in-use' ? { uses: undone.uses } : undone.outcome));
      const what = batch.result ? ` (${resultWords(batch.result)})` : '';
      say(`Import annulé : « ${batch.fileName} », appliqué le ${frenchDateTime(batch.appliedAt!)}${what}.`);
    } finally {
      await tasks.close();
    }
  },
});
