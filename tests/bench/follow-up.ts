import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { driss } from '#db/seeds/cast.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { generateOrganisation } from '#db/seeds/generate-organisation.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { prepareDatabase } from '../../src/cli/prepare-database.ts';
import { startBenchServer } from './bench-server.ts';
import { measureImports } from './measure-imports.ts';
import { openSession } from './prepare-learner.ts';
import { duration, median, tell, timed, type Figure } from './verdicts.ts';

interface Bench {
  folder: string;
  dist: string;
  origin: string;
  port: number;
  say(sentence: string): void;
}

const SIZE = { people: 300_000, units: 6_000, seed: 1 };
const ROUNDS = 30;
const PAGE_LIMIT_IN_MS = 100;
const TOP_LIMIT_IN_MS = 300;
const PAST_LIMIT_IN_MS = 1000;
const CSV_LIMIT_IN_MS = 10_000;
const XLSX_LIMIT_IN_MS = 60_000;
const HOLD_LIMIT_IN_MS = 50;

/** The follow-up of 300,000 people, then their import, each figure beside its floor measured in the same run; gives how many limits are passed. */
export async function measureFollowUp({ folder, dist, origin, port, say }: Bench): Promise<number> {
  const environment = { REPERES_DATA: folder, PORT: String(port) };
  const config = readConfig(environment);
  await prepareDatabase(config, systemClock, say);
  const demonstration = join(folder, 'demonstration.sqlite');
  copyFileSync(config.databaseFile, demonstration);
  // Thrown away with the bench: what a power cut would cost it is of no matter.
  const db = openDatabase(config.databaseFile, { durability: 'off', cacheInMib: 64 });
  const now = systemClock.now();
  await generateOrganisation(db, { by: null, at: now, requestId: null }, SIZE, say);
  const cookie = await openSession(db, driss.personId, now);
  await db.destroy();

  const server = await startBenchServer(dist, environment);
  let passed = 0;
  const time = (path: string, rounds = ROUNDS) => timesOf(origin + path, cookie, rounds);
  try {
    const first = await time('/suivi', 1);
    await untilCounted(origin, cookie);
    await server.longestHold();
    const top = await time('/suivi');
    const unit = await time('/suivi/ORG');
    const deep = await time('/suivi/G-00100');
    const search = await time('/suivi/ORG?recherche=martin');
    const past = await timesOfEach(
      ['2026-03-02', '2026-05-13', '2026-08-20'].map((day) => `${origin}/suivi?au=${day}`),
      cookie,
    );
    const hold = await server.longestHold();
    const floor = countsFloor(config.databaseFile, civilDateOf(now));
    const csv = await time('/suivi/ORG/export/csv', 1);
    const xlsx = await time('/suivi/ORG/export/xlsx', 1);
    const exportHold = await server.longestHold();
    const shell = shellFloor(config.databaseFile);
    passed = print(say, { first, top, unit, deep, search, past, csv, xlsx, hold, exportHold, floor, shell });
  } finally {
    await server.stop();
  }
  const imports = { folder: join(folder, 'hr'), demonstration, organisation: config.databaseFile };
  return passed + (await measureImports({ ...imports, dist, origin, port, say }));
}

interface Measured {
  first: number[];
  top: number[];
  unit: number[];
  deep: number[];
  search: number[];
  past: number[];
  csv: number[];
  xlsx: number[];
  hold: number;
  exportHold: number;
  floor: number;
  shell: number | null;
}

function print(say: Bench['say'], measured: Measured): number {
  const { first, top, unit, deep, search, past, csv, xlsx, hold, exportHold, floor, shell } = measured;
  const page = (what: string, times: readonly number[], most = Infinity): Figure => ({
    what,
    figure: milliseconds(times),
    limit: `médiane sous ${PAGE_LIMIT_IN_MS} ms${most === Infinity ? '' : `, jamais plus de ${most}`}`,
    isHeld: median(times) < PAGE_LIMIT_IN_MS && Math.max(...times) <= most,
  });
  const held = (what: string, ms: number): Figure => ({
    what,
    figure: `${ms} ms`,
    limit: `au plus ${HOLD_LIMIT_IN_MS} ms`,
    isHeld: ms <= HOLD_LIMIT_IN_MS,
  });
  const times = (what: string, ms: number, floorInMs: number, most: number): Figure => ({
    what,
    figure: `${(ms / floorInMs).toFixed(2).replace('.', ',')} fois`,
    floor: duration(floorInMs),
    limit: `au plus ${most} fois`,
    isHeld: ms <= most * floorInMs,
  });
  return tell(
    'suivi de 300 000 personnes',
    [
      { what: 'première page après le démarrage, qui lit tout', figure: milliseconds(first) },
      page('/suivi, unité du sommet', top, TOP_LIMIT_IN_MS),
      times('/suivi, contre ses comptes en une requête SQL', median(top), floor, 3),
      page('/suivi/<unité du sommet>, 300 000 personnes', unit),
      page('/suivi/<une unité>', deep),
      { what: 'recherche d’un nom dans tout', figure: milliseconds(search) },
      timed('/suivi à une date passée, jamais vue', Math.max(...past), PAST_LIMIT_IN_MS),
      timed('CSV de 300 000 lignes', median(csv), CSV_LIMIT_IN_MS),
      shell === null
        ? { what: 'CSV, contre le shell sqlite3', figure: 'sqlite3 est absent' }
        : times('CSV, contre le shell sqlite3', median(csv), shell, 4),
      timed('XLSX de 300 000 lignes', median(xlsx), XLSX_LIMIT_IN_MS),
      held('boucle d’événements tenue, pages', hold),
      held('boucle d’événements tenue, exports', exportHold),
    ],
    say,
  );
}

async function timesOf(address: string, cookie: string, rounds: number): Promise<number[]> {
  return timesOfEach(
    Array.from({ length: rounds }, () => address),
    cookie,
  );
}

async function timesOfEach(addresses: readonly string[], cookie: string): Promise<number[]> {
  const times = [];
  for (const address of addresses) {
    const begun = performance.now();
    const response = await fetch(address, { headers: { cookie } });
    for await (const chunk of response.body ?? []) void chunk;
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    times.push(performance.now() - begun);
  }
  return times;
}

/** The year of a large organisation is counted behind the first pages. */
async function untilCounted(origin: string, cookie: string): Promise<void> {
  for (;;) {
    const page = await (await fetch(`${origin}/suivi`, { headers: { cookie } })).text();
    if (!page.includes('La courbe se calcule')) return;
  }
}

/** The counts of every state in the whole organisation by one statement, as one would write it by hand. */
function countsFloor(file: string, day: CivilDate): number {
  const sqlite = new SqliteDatabase(file, { readonly: true });
  const isCurrent = `from_date <= '${day}' and ifnull(to_date > '${day}', true)`;
  const statement = sqlite.prepare(`
    with done as (
      select person_id from completion where completed_on <= '${day}'
      group by person_id having count(distinct module_id) = (select count(*) from programme_module)),
    state as (
      select case
        when person_id in done then 'done'
        when person_id in (select person_id from credit where counts_from <= '${day}') then 'credit'
        when person_id in (select person_id from exemption where ${isCurrent}) then 'exempt'
        when person_id in (select person_id from absence where ${isCurrent}) then 'absent'
        when person_id in (select person_id from begun where begun_on <= '${day}') then 'begun'
        else 'none' end as state
      from (select distinct person_id from designation where ${isCurrent})
      where person_id in (select person_id from membership where ${isCurrent}))
    select state, count(*) from state group by state`);
  const begun = performance.now();
  statement.all();
  const taken = Math.round(performance.now() - begun);
  sqlite.close();
  return taken;
}

/** The same columns written by SQLite's own shell; null where there is none. */
function shellFloor(file: string): number | null {
  const begun = performance.now();
  const shell = spawnSync(
    'sqlite3',
    [
      '-readonly',
      '-csv',
      '-separator',
      ';',
      file,
      'select family_name, given_name, hr_number, status, rank_group, job, unit.name from person join membership on membership.person_id = person.id join unit on unit.id = unit_id where to_date is null order by unit.name, family_name, given_name',
    ],
    { maxBuffer: 2 ** 30 },
  );
  return shell.status === 0 ? Math.round(performance.now() - begun) : null;
}

function milliseconds(times: readonly number[]): string {
  const most = Math.round(Math.max(...times));
  return times.length === 1 ? `${most} ms` : `${Math.round(median(times))} ms, au plus ${most}`;
}
