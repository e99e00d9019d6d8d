import { copyFileSync, mkdirSync, openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { driss } from '#db/seeds/cast.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import { writeHrFiles, type HrFiles } from './hr-files.ts';
import { readingFloor, writingFloor } from './import-floors.ts';
import { openSession, prepareLearner } from './prepare-learner.ts';
import { duration, median, tell, timed, type Figure } from './verdicts.ts';

interface ImportBench {
  /** A folder of its own. */
  folder: string;
  /** A new demonstration, which is copied. */
  demonstration: string;
  /** The organisation that HR exports. */
  organisation: string;
  dist: string;
  origin: string;
  port: number;
  say(sentence: string): void;
}

const IMPORT_LIMIT_IN_MS = 60_000;
const MEMORY_LIMIT_IN_MIB = 500;
const LESSON_LIMIT = 2;
/** Between two lesson pages, as somebody reads rather than as fast as can be. */
const READING_PAUSE_IN_MS = 20;

/** Imports 300,000 people through the pages, into a new installation and again once they are there; gives how many limits are passed. */
export async function measureImports(bench: ImportBench): Promise<number> {
  const { folder, demonstration, organisation, dist, port, say } = bench;
  say('Imports…');
  mkdirSync(folder, { recursive: true });
  const config = readConfig({ REPERES_DATA: folder, PORT: String(port) });
  copyFileSync(demonstration, config.databaseFile);
  const files = writeHrFiles(organisation, folder);
  const db = openDatabase(config.databaseFile);
  const cookie = await openSession(db, driss.personId, systemClock.now());
  const learner = (await prepareLearner(db, systemClock.now())).cookie;
  await db.destroy();
  const server = await startBenchServer(dist, { REPERES_DATA: folder, PORT: String(port) });
  try {
    const site = siteOf(bench.origin, cookie, learner);
    const measured = await importTwice(site, server, files, async () => {
      const copy = join(folder, 'floor.sqlite');
      const source = openDatabase(config.databaseFile);
      await source.destroy();
      copyFileSync(config.databaseFile, copy);
      return writingFloor(copy, files.people);
    });
    const floor = await readingFloor(config.databaseFile, files.changed);
    return tell(`import de ${files.personCount} personnes`, figuresOf(measured, floor), say);
  } finally {
    await server.stop();
  }
}

type Site = ReturnType<typeof siteOf>;
type Step = Awaited<ReturnType<Site['work']>>;

async function importTwice(site: Site, server: BenchServer, files: HrFiles, floorOf: () => Promise<number>) {
  await site.follow();
  const idle = await site.idleLesson();
  const units = await site.send(files.units);
  await site.apply(units.address);
  const written = await floorOf();
  const first = await site.send(files.people);
  const applied = await site.apply(first.address);
  const firstMemory = await server.peakMemory();
  await site.follow();
  const again = await site.send(files.changed);
  const appliedAgain = await site.apply(again.address);
  const undone = await site.undo(again.address);
  const memory = await server.peakMemory();
  return { idle, written, first, applied, firstMemory, again, appliedAgain, undone, memory };
}

function figuresOf(measured: Awaited<ReturnType<typeof importTwice>>, reading: number): Figure[] {
  const { idle, written, first, applied, firstMemory, again, appliedAgain, undone, memory } = measured;
  const step = (what: string, { taken }: Step, floor?: number) =>
    timed(what, taken, IMPORT_LIMIT_IN_MS, floor === undefined ? {} : { floor: `${duration(floor)} en SQLite seul` });
  const megabytes = (what: string, used: number): Figure => ({
    what,
    figure: `${Math.round(used)} Mio`,
    limit: `moins de ${MEMORY_LIMIT_IN_MIB} Mio`,
    isHeld: used < MEMORY_LIMIT_IN_MIB,
  });
  const lesson = (what: string, { lessons }: Step): Figure => ({
    what,
    figure: duration(median(lessons)),
    floor: `${duration(idle)} au repos`,
    limit: `moins de ${LESSON_LIMIT} fois`,
    isHeld: median(lessons) < LESSON_LIMIT * idle,
  });
  return [
    step('aperçu, installation neuve', first, reading),
    step('application, installation neuve', applied, written),
    megabytes('mémoire du serveur jusque-là, au plus', firstMemory),
    step('aperçu, personnes déjà connues', again, reading),
    step('application, personnes déjà connues', appliedAgain),
    step('annulation', undone),
    megabytes('mémoire du serveur, suivi compris, au plus', memory),
    lesson('leçon, médiane pendant l’aperçu', again),
    lesson('leçon, médiane pendant l’application', appliedAgain),
  ];
}

/** What somebody does on the pages of imports while somebody else reads a lesson. */
function siteOf(origin: string, cookie: string, learner: string) {
  const get = async (address: string, as = cookie) => {
    const response = await fetch(origin + address, { headers: { cookie: as } });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.text();
  };
  const post = async (address: string, body: FormData | URLSearchParams) => {
    const response = await fetch(origin + address, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie, origin },
    });
    const to = response.headers.get('location');
    if (response.status !== 303 || !to) throw new Error(`${address}: ${response.status}`);
    return to;
  };
  const lesson = async () => {
    const begun = performance.now();
    await get('/modules/m1/1', learner);
    const taken = performance.now() - begun;
    await pause(READING_PAUSE_IN_MS);
    return taken;
  };
  const work = async (begin: () => Promise<string>, state: string) => {
    const begun = performance.now();
    const address = await begin();
    const lessons: number[] = [];
    for (let page = await get(`${address}?suivre=non`); ; page = await get(`${address}?suivre=non`)) {
      if (!page.includes('Avancement')) {
        if (!page.includes(state)) throw new Error(`${address} is not « ${state} »`);
        return { address, taken: performance.now() - begun, lessons };
      }
      for (let turn = 0; turn < 5; turn += 1) lessons.push(await lesson());
    }
  };
  const act = (address: string, action: string, values: Record<string, string>, state: string) => {
    const form = new URLSearchParams({ import: address.split('/').at(-1)!, ...values });
    return work(() => post(`${address}?_action=${action}`, form), state);
  };
  return {
    work,
    async idleLesson() {
      const times: number[] = [];
      for (let turn = 0; turn < 150; turn += 1) times.push(await lesson());
      return median(times.slice(50));
    },
    /** Has the follow-up read everything, as it does on a server in use. */
    async follow() {
      while ((await get('/suivi')).includes('La courbe se calcule')) await pause(200);
    },
    async send(file: string) {
      const form = new FormData();
      form.set('fichier', await openAsBlob(file), 'rh.csv');
      return work(() => post('/administration/imports/deposer', form), 'Ce que l’import changerait');
    },
    apply: (address: string) => act(address, 'applyImport', { refusees: 'oui', partis: 'all' }, 'Import appliqué le'),
    undo: (address: string) => act(address, 'undoImport', {}, 'Import annulé le'),
  };
}
