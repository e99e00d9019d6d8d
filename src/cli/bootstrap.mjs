// Runs on any Node ≥ 20 with nothing installed: makes the tree ready, then hands over to the Node 24 of node_modules.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from './server-flags.mjs';

const root = resolve(import.meta.dirname, '../..');
const installedMark = join(root, 'node_modules', '.reperes-installed');

const ENTRIES = {
  start: 'src/cli/start.ts',
  dev: 'src/cli/dev.ts',
  test: 'src/cli/test.ts',
  check: 'src/cli/check.ts',
  bench: 'tests/bench/run.ts',
  chaos: 'tests/chaos/run.ts',
  reperes: 'src/cli/reperes.ts',
};

main();

function main() {
  const [entry, ...rest] = process.argv.slice(2);
  if (!(entry in ENTRIES)) stop(`Commande inconnue : ${entry ?? ''}. Commandes : ${Object.keys(ENTRIES).join(', ')}.`);
  installWhenNeeded();
  const script = join(root, ENTRIES[entry]);
  if (entry === 'start') runWithNode24([...SERVER_FLAGS, script, ...rest], SERVER_ENVIRONMENT);
  else runWithNode24([script, ...rest]);
}

function installWhenNeeded() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(installedMark) && readFileSync(installedMark, 'utf8') === wanted) return;
  console.error('Installation des dépendances (une à deux minutes la première fois)…');
  // `npm ci` refuses a lock from which npm dropped other platforms' optional packages.
  const npm = spawnSync(
    'npm',
    [
      'install',
      '--no-save',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, NODE_ENV: '' },
    },
  );
  if (npm.status !== 0)
    stop('L’installation des dépendances a échoué : vérifiez l’accès au registre npm, puis recommencez.');
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(installedMark, wanted);
}

function runWithNode24(args, environment = {}) {
  const binaries = join(root, 'node_modules', '.bin');
  const node = findNode24(binaries);
  if (!node) stop('Repères demande Node 24 ou plus récent : installez-le (https://nodejs.org), puis recommencez.');
  const separator = process.platform === 'win32' ? ';' : ':';
  const child = spawn(node, args, {
    stdio: 'inherit',
    env: {
      ...environment,
      ...process.env,
      PATH: `${binaries}${separator}${process.env.PATH ?? ''}`,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  // Ctrl-C reaches the whole group by itself; SIGTERM reaches this process only.
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => {});
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
}

function findNode24(binaries) {
  const bundled = join(binaries, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bundled)) return bundled;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
