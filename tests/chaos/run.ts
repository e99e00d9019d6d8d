import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenChanged } from '../../src/cli/build-when-changed.ts';
import { ensureChromium } from '../../src/cli/ensure-chromium.ts';
import { judge } from './judge.ts';
import { playRuns } from './play-runs.ts';
import { openChaosSite } from './site.ts';

/** Above this, an evening is not enough. */
const MOST_RUNS = 1000;

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Math.min(MOST_RUNS, Math.max(1, Number(values.runs ?? '20') || 20));
const seed = Number(values.seed ?? '1') || 1;
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

const folder = mkdtempSync(join(tmpdir(), 'reperes-chaos-'));
try {
  buildWhenChanged(say);
  const site = await openChaosSite(folder, say);
  try {
    say(`${runs} tours, graine ${seed} : onglets tués, réseau coupé, serveur tué.`);
    const acknowledged = await playRuns(site, { runs, seed, chromium: ensureChromium(say), say });
    const verdict = await judge(site, acknowledged);
    const { commits, lessons, kills, closed, crashes, cuts, finished } = acknowledged;
    say(`Envois reçus : ${commits.length} ; leçons reçues : ${lessons.length}. Tours menés au bout : ${finished}.`);
    say(
      `Serveur tué ${kills} fois, onglet fermé ${closed} fois, onglet tué ${crashes} fois, réseau coupé ${cuts} fois.`,
    );
    say(`Perdus : ${verdict.lost} (doit être 0). En double : ${verdict.duplicates} (doit être 0).`);
    if (verdict.lost + verdict.duplicates > 0) process.exitCode = 1;
    if (commits.length === 0 || lessons.length === 0 || finished < runs / 2) {
      say('Trop peu a été reçu, ou mené au bout : la mesure ne dit rien.');
      process.exitCode = 1;
    }
  } finally {
    await site.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
