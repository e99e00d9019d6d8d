import { reviewFileTask } from '#features/annual-review/tasks/review-file-task.ts';
import { reviewTask } from '#features/annual-review/tasks/review-task.ts';
import { countListTask } from '#features/exports/tasks/count-list-task.ts';
import { listTask } from '#features/exports/tasks/list-task.ts';
import { writeExportTask } from '#features/exports/tasks/write-export-task.ts';
import { everyUnitTask } from '#features/follow-up/tasks/every-unit-task.ts';
import { unitExportTask } from '#features/follow-up/tasks/export-task.ts';
import { historyTask } from '#features/follow-up/tasks/history-task.ts';
import { planExportTask } from '#features/follow-up/tasks/plan-export-task.ts';
import { treeTask } from '#features/follow-up/tasks/tree-task.ts';
import { unitTask } from '#features/follow-up/tasks/unit-task.ts';
import { unitFiguresTask } from '#features/follow-up/tasks/unit-figures-task.ts';
import { applyTask } from '#features/imports/tasks/apply-task.ts';
import { previewTask } from '#features/imports/tasks/preview-task.ts';
import { undoTask } from '#features/imports/tasks/undo-task.ts';
import { journalTask } from '#features/journal/tasks/journal-task.ts';
import { changeGroupTask } from '#features/obligations/tasks/change-group-task.ts';
import { previewGroupTask } from '#features/obligations/tasks/preview-group-task.ts';
import { countReasonsTask } from '#features/package-player/tasks/count-reasons-task.ts';
import { importTask } from '#features/packages/tasks/import-task.ts';
import { sweepTask } from '#features/packages/tasks/sweep-task.ts';
import { administrationTask } from '#features/people/tasks/administration-task.ts';
import { findPeopleTask } from '#features/people/tasks/find-people-task.ts';
import { unitPeopleTask } from '#features/people/tasks/unit-people-task.ts';
import { listRecipientsTask } from '#features/reminders/tasks/list-recipients-task.ts';
import { recipientsFileTask } from '#features/reminders/tasks/recipients-file-task.ts';
import { selectPeopleTask } from '#features/reminders/tasks/select-people-task.ts';
import type { Task } from '#platform/tasks/task.ts';

/** Everything that may run in a worker. */
export const TASKS: readonly Task<never, unknown>[] = [
  treeTask,
  unitTask,
  planExportTask,
  unitExportTask,
  writeExportTask,
  listTask,
  countListTask,
  historyTask,
  everyUnitTask,
  unitFiguresTask,
  previewTask,
  applyTask,
  undoTask,
  reviewTask,
  reviewFileTask,
  journalTask,
  previewGroupTask,
  changeGroupTask,
  findPeopleTask,
  administrationTask,
  unitPeopleTask,
  selectPeopleTask,
  listRecipientsTask,
  recipientsFileTask,
  countReasonsTask,
  importTask,
  sweepTask,
];
