import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDelivery, buildShell } from './build-scripts.ts';
import { compressAssets } from './compress-assets.ts';
import { DELIVERY_FOLDER, DIST_FOLDER, ROOT, SHELL_FOLDER } from './paths.ts';
import { Refusal } from './refusal.ts';
import { toolScript } from './run-tool.ts';

const INPUTS = ['src', 'db', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
const STAMP = join(DIST_FOLDER, '.reperes-build');
// Built aside and then renamed: a build that is killed leaves nothing that looks finished.
const NEXT_FOLDER = join(ROOT, '.astro', 'dist-next');

/** Builds the application when one of its inputs differs from what the last build read. */
export function buildWhenChanged(say: (sentence: string) => void): void {
  const inputs = hashInputs();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs) return;
  say('Construction de l’application…');
  rmSync(NEXT_FOLDER, { recursive: true, force: true });
  const build = spawnSync(process.execPath, [toolScript('astro'), 'build', '--outDir', NEXT_FOLDER], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (build.status !== 0) throw new Refusal(`La construction a échoué :\n${build.stdout}${build.stderr}`);
  buildShell(join(NEXT_FOLDER, SHELL_FOLDER));
  buildDelivery(join(NEXT_FOLDER, DELIVERY_FOLDER));
  compressAssets(join(NEXT_FOLDER, 'client', '_astro'));
  writeFileSync(join(NEXT_FOLDER, '.reperes-build'), inputs);
  rmSync(DIST_FOLDER, { recursive: true, force: true });
  renameSync(NEXT_FOLDER, DIST_FOLDER);
}

function hashInputs(): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of INPUTS.flatMap(listFiles)) hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

function listFiles(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}
