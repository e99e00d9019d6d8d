import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.ts';
import { Refusal } from './refusal.ts';
import { toolScript } from './run-tool.ts';

const CONFIG = join(ROOT, 'src/features/package-player/shell/vite.config.ts');

/** Builds the scripts that play packages, which are served by an origin of their own and so are no part of the application. */
export function buildShell(folder: string): void {
  const build = spawnSync(process.execPath, [toolScript('vite'), 'build', '--config', CONFIG, '--outDir', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (build.status !== 0)
    throw new Refusal(`La construction du lecteur de paquets a échoué :\n${build.stdout}${build.stderr}`);
}
