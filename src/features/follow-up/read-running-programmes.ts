import type { CivilDate } from '#domain/time/civil-date.ts';
import type { FigureSource } from './load-follow-up-page.ts';
import { listAskedModules, listProgrammes } from './programme-queries.ts';
import { historyTask } from './tasks/history-task.ts';

/** Has the workers read the facts of each open programme and its year. */
export async function readRunningProgrammes({ db, tasks }: FigureSource, day: CivilDate): Promise<void> {
  for (const programme of await listProgrammes(db)) {
    if (programme.closedOn !== null && programme.closedOn <= day) continue;
    const modules = await listAskedModules(db, programme.programmeId, day);
    await tasks.run(historyTask, { situation: { programme, day, modules, onlyModule: null }, unitIds: [] });
  }
}
