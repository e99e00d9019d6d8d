import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Refusal } from './refusal.ts';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Finds a Chromium for the browser tests (REPERES_CHROMIUM first); installs Debian's when this runs as root on Debian.
 * Returns its path; throws a Refusal that says what to install.
 */
export function ensureChromium(say: (sentence: string) => void): string {
  const found = findChromium();
  if (found) return found;
  if (canInstall()) {
    say('Installation de Chromium (paquets Debian)…');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Refusal(
    'Les tests dans le navigateur demandent Chromium : installez-le (sur Debian : apt-get install chromium), ou donnez son chemin dans REPERES_CHROMIUM.',
  );
}

function findChromium(): string | null {
  const chosen = process.env.REPERES_CHROMIUM;
  if (chosen) return existsSync(chosen) ? chosen : null;
  return USUAL_PLACES.find((path) => existsSync(path)) ?? null;
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function apt(...args: string[]): void {
  spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
