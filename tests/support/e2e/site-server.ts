import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { NOW } from './test-site.ts';

const SERVE = resolve(import.meta.dirname, 'serve-built-site.ts');

/** A server of the built product, in a process of its own. */
export interface SiteServer {
  origin: string;
  port: number;
  /** Of the packages' origin. */
  packagesPort: number;
  dataFolder: string;
  databaseFile: string;
  /** Everything the process has written so far. */
  log(): string;
  /** Ends it as an operator does. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Starts the built product on a free port and waits until it listens. */
export async function startSiteServer(dataFolder: string, environment: NodeJS.ProcessEnv = {}): Promise<SiteServer> {
  const port = Number(environment.PORT ?? (await freePort()));
  const packagesPort = Number(environment.REPERES_PACKAGES_PORT ?? (await freePort()));
  const logFile = join(dataFolder, 'server.log');
  const child = spawn(process.execPath, [SERVE], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      REPERES_DATA: dataFolder,
      REPERES_NOW: NOW,
      PORT: String(port),
      REPERES_PACKAGES_PORT: String(packagesPort),
      ...environment,
    },
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stderr.pipe(log);
  await untilListening(child, () => readFileSync(logFile, 'utf8'));
  return {
    origin: environment.REPERES_ORIGIN ?? `http://localhost:${port}`,
    port,
    packagesPort,
    dataFolder,
    databaseFile: join(dataFolder, 'reperes.sqlite'),
    log: () => readFileSync(logFile, 'utf8'),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilListening(child: ChildProcess, log: () => string): Promise<void> {
  const outcome = await Promise.race([
    once(child.stdout!, 'data').then(() => 'listening' as const),
    once(child, 'exit').then(() => 'ended' as const),
  ]);
  if (outcome === 'ended') throw new Error(`the server did not start:\n${log()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
