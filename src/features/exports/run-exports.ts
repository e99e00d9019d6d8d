import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addDuration, days } from '#domain/time/instant.ts';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import { TaskCancelled, type TaskRunner } from '#platform/tasks/task.ts';
import { beginAgain, forgetEndedBefore, noteDone, noteFailed, noteProgress, takeNextJob } from './changing-queries.ts';
import { removeExportFile, removeStrayFiles, removeUnfinishedFile } from './export-file.ts';
import { KEPT_DAYS, type ExportJob } from './export-job.ts';
import { findJob, listJobIds } from './queries.ts';
import { writeExportTask } from './tasks/write-export-task.ts';
import { workOf } from './work-of.ts';

/** What working on exports needs. */
export interface ExportWorkshop {
  db: Kysely<Database>;
  tasks: TaskRunner;
  clock: Clock;
  log: Log;
  config: { dataFolder: string };
}

/**
 * Works on the files that wait, one after the other, until none does. Whoever asks for one calls this: the second caller finds
 * one being worked on and leaves, and the first goes on with what came meanwhile.
 */
export async function runExports(workshop: ExportWorkshop): Promise<void> {
  for (;;) {
    const jobId = await takeNextJob(workshop.db);
    const job = jobId && (await findJob(workshop.db, jobId));
    if (!job) return;
    try {
      await runExport(workshop, job);
    } catch (error) {
      // The server is stopping: the job stays as it is, and is begun again at the next start.
      if (error instanceof TaskCancelled) return;
      workshop.log.error('export-failed', error, { jobId: job.jobId });
      await removeUnfinishedFile(workshop.config.dataFolder, job.jobId);
      await noteFailed(workshop.db, job.jobId, { at: workshop.clock.now(), failure: 'broken' });
    }
  }
}

/** At the start of a server: begins again what a stop had interrupted, after removing what is too old. */
export async function resumeExports(workshop: ExportWorkshop): Promise<void> {
  await beginAgain(workshop.db);
  await removeOldExports(workshop, { isNothingWritten: true });
  await runExports(workshop);
}

/** Removes the files that have been there long enough, and those that no job knows any more. */
export async function removeOldExports(
  { db, clock, config }: ExportWorkshop,
  { isNothingWritten = false } = {},
): Promise<void> {
  await forgetEndedBefore(db, addDuration(clock.now(), days(-KEPT_DAYS)));
  await removeStrayFiles(config.dataFolder, new Set(await listJobIds(db)), { isNothingWritten });
}

async function runExport(workshop: ExportWorkshop, job: ExportJob): Promise<void> {
  const { db, tasks, clock, config } = workshop;
  const { jobId } = job;
  const found = await workOf(db, tasks, job, clock.now());
  if (!found) return noteFailed(db, jobId, { at: clock.now(), failure: 'out-of-scope' });
  const { work, total } = found;
  await noteProgress(db, jobId, { lines_done: 0, lines_total: total });
  const onProgress = progressOf(workshop, jobId, total);
  const { size, fingerprint } = await tasks.run(writeExportTask, { jobId, work }, onProgress);
  const isKept = await noteDone(db, jobId, { at: clock.now(), size, fingerprint, lines: total });
  if (!isKept) await removeExportFile(config.dataFolder, jobId);
}

/** Twenty times in all: the page asks every two seconds, and each is a write. */
const STEPS = 20;

function progressOf({ db, log }: ExportWorkshop, jobId: string, total: number | null): (share: number) => void {
  let step = 0;
  return (share) => {
    if (total === null || Math.floor(share * STEPS) <= step || share === 1) return;
    step = Math.floor(share * STEPS);
    const lines = { lines_done: Math.round(share * total), lines_total: total };
    noteProgress(db, jobId, lines).catch((error: unknown) => log.error('export-progress-failed', error, { jobId }));
  };
}
