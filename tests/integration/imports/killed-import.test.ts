import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { factsOf, installation, type Installation } from './installation.ts';

const LINE_COUNT = 12_000;

/** The file in the installation's folder, imported by the command in a process of its own. */
function importApart(here: Installation) {
  const file = join(here.folder, 'rh.csv');
  const lines = Array.from({ length: LINE_COUNT }, (_, number) => `K${number};Nom${number};Prénom;A1;oui`);
  writeFileSync(file, ['matricule;nom;prénom;unité;désigné depuis', ...lines].join('\n'));
  return spawn(process.execPath, [resolve('src/cli/reperes.ts'), 'people', 'import', file, '--oui'], {
    env: { ...process.env, REPERES_DATA: here.folder, REPERES_MODE: 'production' },
    stdio: 'ignore',
  });
}

/** Comes back while the other process is in the transaction that applies what it has shown. */
async function isApplying(here: Installation): Promise<void> {
  const probe = new Database(join(here.folder, 'reperes.sqlite'), { timeout: 0 });
  const isPreviewed = probe.prepare(`select 1 from import_batch where state = 'previewed'`);
  while (!(isPreviewed.get() && isHeld(probe))) await setImmediate();
  probe.close();
}

function isHeld(probe: Database.Database): boolean {
  try {
    probe.exec('begin immediate; rollback');
    return false;
  } catch {
    return true;
  }
}

test('an import whose process is killed while it applies leaves nothing, and is applied whole the next time', async () => {
  const here = await installation();
  const before = await factsOf(here);
  const killed = importApart(here);
  await isApplying(here);
  killed.kill('SIGKILL');
  expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
  expect(await factsOf(here)).toEqual(before);

  const [code] = await once(importApart(here), 'exit');
  expect(code).toBe(0);
  const after = await factsOf(here);
  expect([after.people.length, after.memberships.length, after.designations.length]).toEqual([
    LINE_COUNT,
    LINE_COUNT,
    LINE_COUNT,
  ]);
  const states = (await here.db.selectFrom('import_batch').select('state').execute()).map(({ state }) => state);
  expect(states.sort()).toEqual(['applied', 'previewed']);
}, 60_000);
