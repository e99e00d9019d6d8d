import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, createWriteStream, fsyncSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Commit } from '#domain/packaging/commit.ts';
import { mergeCommit } from '#domain/packaging/merge-commits.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { prepareDatabase } from '../../src/cli/prepare-database.ts';
import { ROOT } from '../../src/cli/paths.ts';
import { commitsPerSecond, LESSON_DATA, openForLearners } from './package-learners.ts';
import { rawCommitsPerSecond } from './raw-commits.ts';
import { duration, median, tell, timed, type Figure } from './verdicts.ts';

interface PackagesBench {
  folder: string;
  port: number;
  say(sentence: string): void;
}

const LEARNERS = 16;
const SECONDS = 4;
const ROUNDS = 3;
const LEAST_SHARE_OF_FLOOR = 0.25;
const IMPORT_LIMIT_IN_MS = 60_000;
const IMPORT_MEMORY_IN_MIB = 300;
const MEBIBYTE = 2 ** 20;

/** Commits of sixteen learners beside SQLite alone, and the import of 200 MB; gives how many limits are passed. */
export async function measurePackages({ folder, port, say }: PackagesBench): Promise<number> {
  const environment = { REPERES_DATA: folder, PORT: String(port) };
  const config = readConfig(environment);
  await prepareDatabase(config, systemClock, say);
  const db = openDatabase(config.databaseFile);
  const at = systemClock.now();
  const { code } = await installPackage({ db, dataFolder: config.dataFolder }, { at });
  const learners = await openForLearners(db, { code, count: LEARNERS, port: config.packagesPort, at });
  await db.destroy();
  const server = spawn(process.execPath, [join(ROOT, 'tests/bench/serve-packages.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  await once(server.stdout, 'data');
  const figures: Figure[] = [];
  try {
    const state = JSON.stringify(mergeCommit('scorm12', null, COMMIT));
    const rounds: { stored: number; raw: number }[] = [];
    // In turns, so that whatever else the machine does falls on both; the first, in which the server warms up, does not count.
    for (let round = 0; round <= ROUNDS; round += 1)
      rounds.push({
        stored: await commitsPerSecond(learners, { port: config.packagesPort, seconds: SECONDS, commit: COMMIT }),
        raw: rawCommitsPerSecond(config.databaseFile, state, SECONDS),
      });
    const stored = median(rounds.slice(1).map((round) => round.stored));
    const raw = median(rounds.slice(1).map((round) => round.raw));
    figures.push({
      what: `envois enregistrés, ${LEARNERS} personnes`,
      figure: `${Math.round(stored)} par seconde`,
      floor: `${Math.round(raw)} en SQLite seul`,
      limit: `au moins ${decimal(LEAST_SHARE_OF_FLOOR)} du plancher (${decimal(stored / raw)})`,
      isHeld: stored >= LEAST_SHARE_OF_FLOOR * raw,
    });
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  return tell('paquets', [...figures, ...(await measureImport(folder, environment))], say);
}

const COMMIT: Commit = {
  item: 'lecon',
  launch: 1,
  sequence: 1,
  data: LESSON_DATA,
  sessionSeconds: 750,
  sequencing: null,
  objectives: {},
  sharedData: {},
  isTerminated: false,
  reached: null,
};

async function measureImport(folder: string, environment: Record<string, string>): Promise<Figure[]> {
  const archive = join(folder, 'grand.zip');
  await writeLargePackage(archive);
  const size = Math.round(statSync(archive).size / MEBIBYTE);
  const floor = writingTime(join(folder, 'plancher'), size);
  const ran = spawnSync(process.execPath, [join(ROOT, 'tests/bench/import-package.ts'), archive], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (ran.status !== 0) throw new Error(ran.stdout + ran.stderr);
  const { taken, idle, peak } = JSON.parse(ran.stdout) as { taken: number; idle: number; peak: number };
  return [
    timed(`import d’un paquet de ${size} Mio`, taken, IMPORT_LIMIT_IN_MS, {
      floor: `${duration(floor)} pour écrire autant`,
    }),
    {
      what: 'mémoire de l’import, au plus',
      figure: `${Math.round(peak)} Mio`,
      floor: `${Math.round(idle)} Mio avant`,
      limit: `moins de ${IMPORT_MEMORY_IN_MIB} Mio`,
      isHeld: peak < IMPORT_MEMORY_IN_MIB,
    },
  ];
}

/** A small package with forty films of 5 MiB that nothing can make smaller. */
async function writeLargePackage(file: string): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(file));
  for (const [path, content] of Object.entries(SAMPLES['scorm12-one'])) zip.addBuffer(Buffer.from(content), path);
  for (let film = 1; film <= 40; film += 1)
    zip.addBuffer(randomBytes(5 * MEBIBYTE), `films/${film}.mp4`, { compress: false });
  zip.end();
  await written;
}

/** How long the disk takes for as many bytes in as many files, each lasting. */
function writingTime(folder: string, mebibytes: number): number {
  mkdirSync(folder);
  const piece = randomBytes(5 * MEBIBYTE);
  const begun = performance.now();
  for (let place = 0; place < mebibytes / 5; place += 1) {
    const file = openSync(join(folder, String(place)), 'w');
    writeSync(file, piece);
    fsyncSync(file);
    closeSync(file);
  }
  return performance.now() - begun;
}

function decimal(number: number): string {
  return number.toFixed(2).replace('.', ',');
}
