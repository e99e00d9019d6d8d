import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.ts';
import { Refusal } from './refusal.ts';
import { toolScript } from './run-tool.ts';

/** Builds the scripts that play packages, which an origin of their own serves and so are no part of the application. */
export function buildShell(folder: string): void {
  build('src/features/package-player/shell/vite.config.ts', folder, 'du lecteur de paquets');
}

/** Builds the script, the styles and the fonts that delivered modules carry with them. */
export function buildDelivery(folder: string): void {
  build('src/features/delivery/client/vite.config.ts', folder, 'des modules à livrer');
}

function build(config: string, folder: string, what: string): void {
  const args = [toolScript('vite'), 'build', '--config', join(ROOT, config), '--outDir', folder];
  const built = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (built.status !== 0) throw new Refusal(`La construction ${what} a échoué :\n${built.stdout}${built.stderr}`);
}
