import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

const PACKAGES: Record<string, string> = { playwright: '@playwright/test' };

/**
 * Runs a development tool of node_modules with this very Node, its output shown as it comes.
 * Returns its exit code; 1 when it was ended by a signal.
 */
export function runTool(tool: string, args: string[], environment: Record<string, string> = {}): number {
  const { status } = spawnSync(process.execPath, [toolScript(tool), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
  return status ?? 1;
}

/** The script behind a tool's name, as its package gives it: the shell wrappers of node_modules/.bin differ between systems. */
export function toolScript(tool: string): string {
  const folder = join(ROOT, 'node_modules', PACKAGES[tool] ?? tool);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return join(folder, typeof bin === 'string' ? bin : (bin[tool] ?? ''));
}
