import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Actor } from '#domain/identity/roles.ts';
import { parseInstant, type Instant } from '#domain/time/instant.ts';
import { newId } from '#platform/ids.ts';
import { ExportQuery } from '#features/follow-up/forms.ts';
import type { ExportFormat } from '#domain/exports/export-formats.ts';
import { findAuthor } from '#features/exports/queries.ts';
import { prepareExport } from '#features/exports/prepare-export.ts';
import type { ExportWorkshop } from '#features/exports/run-exports.ts';
import { giveRole } from '#features/people/give-role.ts';
import { readConfig } from '#platform/config.ts';
import { silentLog } from '#platform/log.ts';
import { inlineTasks } from '#platform/tasks/inline-tasks.ts';
import { act, admitTo, followedOrganisation, NOW, TODAY } from '../follow-up/followed-organisation.ts';

/** A server's exports on a real database and a real folder, with a manager of unit A who asks for files. */
export async function exportsWorkshop() {
  const { db, openReader } = await followedOrganisation();
  const dataFolder = mkdtempSync(join(tmpdir(), 'reperes-exports-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const clock = { time: NOW, now: () => clock.time };
  const config = { ...readConfig({}), dataFolder };
  const tasks = inlineTasks({ config, clock, openReader, openWriter: () => db });
  const workshop: ExportWorkshop = { db, tasks, clock, log: silentLog, config };
  const manager = await signedIn(db, 'A');
  const ask = (jobId = newId(), { actor = manager, code = 'A', format = 'csv' as ExportFormat } = {}) =>
    prepareExport(db, { by: actor.personId, at: clock.time, requestId: null }, actor, {
      jobId,
      code,
      format,
      query: ExportQuery.parse({}),
    });
  return { db, workshop, dataFolder, clock, manager, ask };
}

/** Somebody who manages a unit. */
export async function signedIn(
  db: Awaited<ReturnType<typeof followedOrganisation>>['db'],
  unitCode: string,
): Promise<Actor> {
  const personId = await admitTo(db, 'TOP', { name: 'Martel', given: 'Chloé', hr: newId(), isDesignated: false });
  const { outcome } = await giveRole(db, act, { personId, role: 'manager', unitCode });
  if (outcome !== 'given') throw new Error(outcome);
  return (await findAuthor(db, personId, TODAY))!;
}

/** That many days after NOW. */
export function daysLater(count: number): Instant {
  return parseInstant(new Date(Date.parse(NOW) + count * 24 * 60 * 60 * 1000).toISOString());
}
