import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { inlineTasks } from '#platform/tasks/inline-tasks.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';

/** Runs tasks in the test itself, on the test's own database, which the test closes. */
export function testTasks(db: Kysely<Database>): TaskRunner {
  const open = () => db;
  const clock = fixedClock(parseInstant('2026-11-23T09:00:00Z'));
  return inlineTasks({ config: readConfig({}), clock, openReader: open, openWriter: open });
}
