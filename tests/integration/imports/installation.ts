import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateToLatest } from '#db/migrator.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import type { Findings } from '#features/imports/batch.ts';
import { findBatch } from '#features/imports/queries.ts';
import { storeImport } from '#features/imports/store-import.ts';
import { applyTask, type Application } from '#features/imports/tasks/apply-task.ts';
import { previewTask } from '#features/imports/tasks/preview-task.ts';
import { undoTask } from '#features/imports/tasks/undo-task.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { createUnit } from '#features/people/create-unit.ts';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase, openReader } from '#platform/db/open-database.ts';
import { inlineTasks } from '#platform/tasks/inline-tasks.ts';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';

export const act: Act = { by: null, at: parseInstant('2026-11-23T10:00:00Z'), requestId: null };
export const later: Act = { ...act, at: parseInstant('2026-12-03T10:00:00Z') };

/** A small installation in files of its own: units ORG > A > A1, and B; imports read and write through connections of their own. */
export async function installation() {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-import-'));
  const config = readConfig({ REPERES_DATA: folder });
  const db = openDatabase(config.databaseFile, { durability: 'off' });
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  });
  await migrateToLatest(db);
  const units: [string, string | null][] = [
    ['ORG', null],
    ['A', 'ORG'],
    ['A1', 'A'],
    ['B', 'ORG'],
  ];
  for (const [code, parentCode] of units) await createUnit(db, act, { code, name: `Unité ${code}`, parentCode });
  await createProgramme(db, act, PROGRAMME);
  const tasks = inlineTasks({
    config,
    clock: fixedClock(act.at),
    openReader: () => openReader(config.databaseFile),
    openWriter: () => openDatabase(config.databaseFile, { durability: 'off' }),
  });
  const send = async (sent: string | Uint8Array, by: Act = act) => {
    const content = typeof sent === 'string' ? new TextEncoder().encode(sent) : sent;
    const batchId = await storeImport(db, by, folder, { name: 'rh.csv', content });
    await tasks.run(previewTask, { batchId, at: by.at });
    return batchId;
  };
  const previewOf = async (batchId: string) => (await findBatch(db, batchId))!.preview!;
  const findingsOf = async (batchId: string): Promise<Findings> => (await previewOf(batchId)).findings!;
  const apply = (batchId: string, asked: Partial<Application> = {}) =>
    tasks.run(applyTask, { batchId, act, skipRefused: false, left: 'none', ...asked });
  const undo = (batchId: string, by: Act = act) => tasks.run(undoTask, { batchId, act: by });
  /** Sends a file and applies it. */
  const importNow = async (content: string, asked: Partial<Application> = {}) => {
    const batchId = await send(content, asked.act ?? act);
    return { batchId, ...(await apply(batchId, asked)) };
  };
  return { db, folder, tasks, send, previewOf, findingsOf, apply, undo, importNow };
}

export type Installation = Awaited<ReturnType<typeof installation>>;

const PROGRAMME = {
  slug: 'vss',
  name: 'Formation VSS',
  opensOn: '2026-01-05' as CivilDate,
  deadline: '2026-12-31' as CivilDate,
  moduleCodes: [],
};

/** Everything that figures are made of, by what a person would recognise: for comparing two moments. */
export async function factsOf({ db }: Installation) {
  const read = async (query: string) => (await sql.raw<Record<string, unknown>>(query).execute(db)).rows;
  return {
    units: await read(
      `select unit.code, unit.name, above.code as parent, unit.closed_on from unit left join unit above on above.id = unit.parent_id order by 1`,
    ),
    places: await read(
      `select a.code as above, d.code as below, depth, from_date, to_date from unit_closure join unit a on a.id = ancestor_id join unit d on d.id = descendant_id order by 1, 2, 4`,
    ),
    people: await read(
      `select hr_number, family_name, given_name, email, status, rank_group, job from person order by hr_number, email`,
    ),
    peopleBefore: await read(
      `select family_name, before_date, person_before.status, person_before.rank_group, person_before.job from person_before join person on person.id = person_id order by 1, 2`,
    ),
    memberships: await read(
      `select family_name, unit.code, from_date, to_date from membership join person on person.id = person_id join unit on unit.id = unit_id order by 1, 3, 2`,
    ),
    designations: await read(
      `select family_name, from_date, to_date from designation join person on person.id = person_id order by 1, 2`,
    ),
    absences: await read(
      `select family_name, category, from_date, to_date from absence join person on person.id = person_id order by 1, 3`,
    ),
  };
}
