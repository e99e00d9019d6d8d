import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { migrateToLatest } from '#db/migrator.ts';
import { buildDemonstration } from '#db/seeds/build-demonstration.ts';
import { findInstallationMode, foundInstallation } from '#features/installation/found-installation.ts';
import { sealDueMonths } from '#features/follow-up/seal-due-months.ts';
import { compileAgain } from '#features/publishing/compile-again.ts';
import { publishContent } from '#features/publishing/publish-content.ts';
import type { Clock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import { isIntact, settleIntoOneFile, type DatabaseHandle } from '#platform/db/database-file.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { inlineTasks } from '#platform/tasks/inline-tasks.ts';
import { readContent } from './read-content.ts';
import { Refusal } from './refusal.ts';

type Say = (sentence: string) => void;

/** Makes sure that there is a database of this mode, with this program's schema. */
export async function prepareDatabase(config: Config, clock: Clock, say: Say): Promise<void> {
  makeDataFolder(config);
  if (existsSync(config.databaseFile)) await updateDatabase(config, say);
  else await createDatabase(config, clock, say);
}

function makeDataFolder({ dataFolder }: Config): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
  } catch {
    throw new Refusal(
      `Le dossier de données « ${dataFolder} » ne peut pas être écrit : donnez-en le droit, ou choisissez-en un autre (REPERES_DATA).`,
    );
  }
}

async function updateDatabase(config: Config, say: Say): Promise<void> {
  const db = openExisting(config);
  try {
    const applied = await migrateToLatest(db);
    if (applied.length > 0) say(`Base de données mise à jour : ${applied.join(', ')}.`);
    await compileAgain(db);
    const mode = await findInstallationMode(db);
    if (mode === null)
      throw new Refusal(
        `Le fichier « ${config.databaseFile} » n’est pas une base de Repères : restaurez une sauvegarde, ou ôtez ce fichier pour recommencer.`,
      );
    if (mode !== config.mode)
      throw new Refusal(
        `Cette base de données a été créée en mode « ${mode} » : elle ne s’ouvre pas en mode « ${config.mode} ». Changez REPERES_MODE, ou choisissez un autre dossier (REPERES_DATA).`,
      );
  } finally {
    await db.destroy();
  }
}

/** Opens a file that should be a database; says so when it is something else. */
function openExisting({ databaseFile }: Config): DatabaseHandle {
  try {
    return openDatabase(databaseFile);
  } catch (error) {
    throw new Refusal(
      `Le fichier « ${databaseFile} » n’est pas une base de données lisible (${(error as Error).message}) : restaurez une sauvegarde.`,
    );
  }
}

/** Builds the first database aside, checks it, then renames it: one that was killed half-way is built again. */
async function createDatabase(config: Config, clock: Clock, say: Say): Promise<void> {
  const building = `${config.databaseFile}.building`;
  removeDatabase(building);
  const db = openDatabase(building, { durability: 'off' });
  try {
    await migrateToLatest(db);
    await foundInstallation(db, { mode: config.mode, at: clock.now() });
    await fill(db, config, clock, say);
    if (!(await isIntact(db))) throw new Error('the new database did not pass its check');
    await settleIntoOneFile(db);
  } finally {
    await db.destroy();
  }
  renameSync(building, config.databaseFile);
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

async function fill(db: DatabaseHandle, config: Config, clock: Clock, say: Say): Promise<void> {
  const modules = await readContent(config);
  if (config.mode === 'production') {
    say('Nouvelle base de données : publication des modules…');
    await publishContent(db, { by: null, at: clock.now(), requestId: null }, modules);
    return;
  }
  say('Nouvelle base de données de démonstration :');
  const sayStep = (step: string) => say(`  ${step}`);
  await buildDemonstration(db, { now: clock.now(), deadline: config.deadline, modules, say: sayStep });
  const tasks = inlineTasks({ config, clock, openReader: () => db, openWriter: () => db });
  await sealDueMonths({ db, tasks }, { by: null, at: clock.now(), requestId: null });
}
