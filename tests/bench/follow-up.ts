import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { driss } from '#db/seeds/cast.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { generateOrganisation } from '#db/seeds/generate-organisation.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { prepareDatabase } from '../../src/cli/prepare-database.ts';
import { ROOT } from '../../src/cli/paths.ts';
import { openSession } from './prepare-learner.ts';

interface Bench {
  folder: string;
  dist: string;
  origin: string;
  port: number;
  say(sentence: string): void;
}

const SIZE = { people: 300_000, units: 6_000, seed: 1 };
const ROUNDS = 30;

/** The follow-up of 300,000 people, each figure beside its floor measured in the same run. */
export async function measureFollowUp({ folder, dist, origin, port, say }: Bench): Promise<void> {
  const environment = { REPERES_DATA: folder, PORT: String(port) };
  const config = readConfig(environment);
  await prepareDatabase(config, systemClock, say);
  const db = openDatabase(config.databaseFile);
  const now = systemClock.now();
  await generateOrganisation(db, { by: null, at: now, requestId: null }, SIZE, say);
  const cookie = await openSession(db, driss.personId, now);
  await db.destroy();

  const server = spawn(process.execPath, [join(ROOT, 'tests/bench/serve.ts'), dist], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  await once(server.stdout, 'data');
  const time = (path: string, rounds = ROUNDS) => timesOf(origin + path, cookie, rounds);
  try {
    const first = await time('/suivi', 1);
    await untilCounted(origin, cookie);
    await longestHold(server);
    const top = await time('/suivi');
    const unit = await time('/suivi/ORG');
    const deep = await time('/suivi/G-00100');
    const search = await time('/suivi/ORG?recherche=martin');
    const past = await timesOfEach(
      ['2026-03-02', '2026-05-13', '2026-08-20'].map((day) => `${origin}/suivi?au=${day}`),
      cookie,
    );
    const hold = await longestHold(server);
    const floor = countsFloor(config.databaseFile, civilDateOf(now));
    const csv = await time('/suivi/ORG/export/csv', 1);
    const xlsx = await time('/suivi/ORG/export/xlsx', 1);
    const exportHold = await longestHold(server);
    const shell = shellFloor(config.databaseFile);
    print(say, { first, top, unit, deep, search, past, csv, xlsx, hold, exportHold, floor, shell });
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
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
  hold: string;
  exportHold: string;
  floor: number;
  shell: number | null;
}

function print(say: Bench['say'], measured: Measured): void {
  const { first, top, unit, deep, search, past, csv, xlsx, hold, exportHold, floor, shell } = measured;
  say('');
  const line = (what: string, figure: string, note = '') => say(`${what.padEnd(44)} ${figure.padStart(26)}   ${note}`);
  line('première page après le démarrage', milliseconds(first), 'tous les faits se lisent');
  line('/suivi, unité du sommet', milliseconds(top), 'médiane sous 100 ms, jamais plus de 300');
  line('/suivi/<unité du sommet>, 300 000 personnes', milliseconds(unit), 'médiane sous 100 ms');
  line('/suivi/<une unité>', milliseconds(deep), 'médiane sous 100 ms');
  line('recherche d’un nom dans tout', milliseconds(search));
  line('/suivi à une date passée, jamais vue', milliseconds(past), 'moins de 1 s');
  line(
    'les mêmes comptes en une requête SQL',
    `${floor} ms`,
    `/suivi en prend ${(median(top) / floor).toFixed(2)} fois (au plus 3)`,
  );
  line('CSV de 300 000 lignes', milliseconds(csv), 'moins de 10 s');
  line(
    'mêmes lignes par le shell sqlite3',
    shell === null ? 'absent' : `${shell} ms`,
    shell === null ? '' : `le CSV en prend ${(median(csv) / shell).toFixed(1)} fois (au plus 4)`,
  );
  line('XLSX de 300 000 lignes', milliseconds(xlsx), 'moins de 60 s');
  line('boucle d’événements tenue, pages', `${hold} ms`, 'au plus 50 ms');
  line('boucle d’événements tenue, exports', `${exportHold} ms`, 'au plus 50 ms');
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

async function longestHold({ stdin, stdout }: ChildProcess): Promise<string> {
  stdin!.write('\n');
  const [answer] = (await once(stdout!, 'data')) as [Buffer];
  return answer.toString().trim();
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

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function milliseconds(times: readonly number[]): string {
  const most = Math.round(Math.max(...times));
  return times.length === 1 ? `${most} ms` : `${Math.round(median(times))} ms, au plus ${most}`;
}
