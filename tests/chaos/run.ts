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
    say(
      `Envois reçus : ${acknowledged.commits.length} ; leçons reçues : ${acknowledged.lessons.length}. ` +
        `Serveur tué ${acknowledged.kills} fois, onglet tué ${acknowledged.closed} fois, réseau coupé ${acknowledged.cuts} fois.`,
    );
    say(`Perdus : ${verdict.lost} (doit être 0). En double : ${verdict.duplicates} (doit être 0).`);
    if (verdict.lost + verdict.duplicates > 0) process.exitCode = 1;
    if (acknowledged.commits.length === 0) {
      say('Rien n’a été reçu : la mesure ne dit rien.');
      process.exitCode = 1;
    }
  } finally {
    await site.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
