import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hasPermission } from '#domain/identity/permissions.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { loadUnitExport } from '#features/follow-up/load-unit-export.ts';
import { planExportTask } from '#features/follow-up/tasks/plan-export-task.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';
import type { ExportJob } from './export-job.ts';
import { findList } from './lists.ts';
import { findAuthor } from './queries.ts';
import { countListTask } from './tasks/count-list-task.ts';
import type { ExportWork } from './tasks/write-export-task.ts';

/** What the job is to write, as its author may have it now, and its lines where they are counted; null when they may not any more. */
export async function workOf(
  db: Kysely<Database>,
  tasks: TaskRunner,
  { personId, subject, format }: ExportJob,
  now: Instant,
): Promise<{ work: ExportWork; total: number | null } | null> {
  const today = civilDateOf(now);
  const author = await findAuthor(db, personId, today);
  if (!author) return null;
  switch (subject.kind) {
    case 'unit': {
      if (!hasPermission(author, 'follow-up:export')) return null;
      const { unit, query } = subject;
      const file = await loadUnitExport(db, author, { code: unit.code, query, format, today, now });
      if (!file) return null;
      const plan = await tasks.run(planExportTask, file);
      const total = plan.kind === 'list' ? plan.people.states.length : null;
      return { work: { kind: 'unit', planned: { file, plan } }, total };
    }
    case 'list': {
      const list = findList(subject.list);
      if (!list || !hasPermission(author, list.permission) || format === 'pdf') return null;
      const asked = await list.ask(db, subject.parameters, { actor: author, at: now });
      if (!asked) return null;
      const total = await tasks.run(countListTask, asked);
      return { work: { kind: 'list', asked, format, total }, total };
    }
  }
}
