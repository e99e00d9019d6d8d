import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { driss } from '#db/seeds/cast.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { prepareDatabase } from '../../src/cli/prepare-database.ts';
import { ROOT } from '../../src/cli/paths.ts';
import { toolScript } from '../../src/cli/run-tool.ts';
import { measureFollowUp } from './follow-up.ts';
import { lessonScriptBytes } from './lesson-script-bytes.ts';
import { measurePackages } from './packages.ts';
import { openSession, prepareLearner } from './prepare-learner.ts';
import { rawTransactionsPerSecond } from './raw-transactions.ts';

const CONNECTIONS = 16;
const SECONDS = 4;
/** What is compared is measured in turns, so that whatever else the machine does falls on both. */
const ROUNDS = 3;
const PORT = 4391;
const ORIGIN = `http://localhost:${PORT}`;

const folder = mkdtempSync(join(tmpdir(), 'reperes-bench-'));
const dist = join(ROOT, '.astro', 'bench-dist');
try {
  const [part] = process.argv.slice(2);
  // Packages are measured on a server of their own, which is not built.
  if (part !== 'packages') await build();
  if (part === 'follow-up') conclude(await measureFollowUp({ folder, dist, origin: ORIGIN, port: PORT, say }));
  else if (part === 'packages') conclude(await measurePackages({ folder, port: PORT, say }));
  else await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dist, { recursive: true, force: true });
}

function conclude(passed: number): void {
  say(passed === 0 ? '\nToutes les limites sont tenues.' : `\nLimites dépassées : ${passed}.`);
  if (passed > 0) process.exitCode = 1;
}

async function build(): Promise<void> {
  say('Construction du produit et de son plancher…');
  const built = spawnSync(
    process.execPath,
    [toolScript('astro'), 'build', '--config', 'tests/bench/astro.config.mjs', '--outDir', dist],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
}

async function main(): Promise<void> {
  const environment = { REPERES_DATA: folder, PORT: String(PORT) };
  const config = readConfig(environment);
  await prepareDatabase(config, systemClock, say);
  const db = openDatabase(config.databaseFile);
  const learner = await prepareLearner(db, systemClock.now());
  const administrator = await openSession(db, driss.personId, systemClock.now());

  const server = spawn(process.execPath, [join(ROOT, 'tests/bench/serve.ts'), dist], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  await once(server.stdout, 'data');
  try {
    const [floor, lesson] = await inTurns(
      () => pages('/plancher', learner.cookie),
      () => pages('/modules/m1/1', learner.cookie),
    );
    const [nothing, answer] = await inTurns(
      () => answers('writeNothing', learner),
      () => answers('answerQuestion', learner),
    );
    const raw = rawTransactionsPerSecond(config.databaseFile, learner.attemptId, SECONDS);
    const followUp = await pages('/suivi', administrator);
    const bytes = await lessonScriptBytes(ORIGIN, learner.cookie);
    table([
      ['page vide, avec session', perSecond(floor), ''],
      ['page d’une leçon', perSecond(lesson), `${ratio(lesson, floor)} de la page vide (au moins 0,4)`],
      ['formulaire qui n’écrit rien', perSecond(nothing), ''],
      ['réponse enregistrée', perSecond(answer), `${ratio(answer, nothing)} du formulaire (au moins 0,3)`],
      ['mêmes écritures, SQLite seul', perSecond(raw), ''],
      ['/suivi de toute l’organisation', perSecond(followUp), 'au moins 50 par seconde'],
      ['JavaScript d’une leçon, sans îlot', `${bytes.plain} octets compressés`, 'au plus 5 000'],
      ['JavaScript d’une leçon, avec îlots', `${bytes.withIslands} octets compressés`, 'au plus 80 000'],
    ]);
  } finally {
    server.kill('SIGTERM');
    await db.destroy();
  }
}

type Measure = () => Promise<number>;

/** The medians of some rounds of two measures; the round before them, in which the server warms up, does not count. */
async function inTurns(one: Measure, other: Measure): Promise<[number, number]> {
  const rounds: [number, number][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push([await one(), await other()]);
  const counted = rounds.slice(1);
  return [median(counted.map(([first]) => first)), median(counted.map(([, second]) => second))];
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function pages(path: string, cookie: string): Promise<number> {
  const result = await autocannon({
    url: ORIGIN + path,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { cookie },
  });
  return counted(result, 0);
}

async function answers(action: string, { cookie, attemptId }: { cookie: string; attemptId: string }): Promise<number> {
  const body = () => new URLSearchParams({ attemptId, position: '1', eventId: newId(), 'choices[]': 'c1' }).toString();
  const result = await autocannon({
    url: `${ORIGIN}/modules/m1/evaluation/1?_action=${action}`,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        headers: { cookie, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
        setupRequest: (request) => ({ ...request, body: body() }),
      },
    ],
  });
  return counted(result, 300);
}

/** Requests per second, of which all have to have the answer that the measure is about. */
function counted(result: autocannon.Result, status: 0 | 300): number {
  const expected = status === 0 ? result['2xx'] : result['3xx'];
  if (expected === 0 || result.errors > 0 || expected < result.requests.total) throw new Error(JSON.stringify(result));
  return result.requests.average;
}

function table(rows: [string, string, string][]): void {
  say('');
  for (const [what, figure, note] of rows) say(`${what.padEnd(36)} ${figure.padStart(28)}   ${note}`);
}

function perSecond(count: number): string {
  return `${Math.round(count)} par seconde`;
}

function ratio(some: number, of: number): string {
  return (some / of).toFixed(2).replace('.', ',');
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
