import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Database } from '#db/schema.ts';
import type { Commit } from '#domain/packaging/commit.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { createPackagesServer } from '#features/package-player/origin/packages-server.ts';
import type { Installing } from '#tests/support/packages/sample-packages.ts';
import { openedPackage, SAYING_NOTHING, type CommitScene } from './commit-scene.ts';

export const APPLICATION = 'http://localhost:4321';
/** Before the star's own name; the port that the server really listens on does not matter to it. */
const PACKAGES = 'localhost:4322';

export interface Asked {
  method?: string;
  host?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface OriginScene extends CommitScene {
  host: string;
  token: string;
  /** The other side of a request, whose path is sent as it is written. */
  ask(path: string, asked?: Asked): Promise<Answered>;
  /** The same below the address of the launch. */
  askLaunch(path: string, asked?: Asked): Promise<Answered>;
  /** Posts a commit of the launch. */
  commit(said: Partial<Commit>, asked?: Asked): Promise<Answered>;
  /** What a tab that says it is there is told: why its opening has ended, or null. */
  presence(): Promise<unknown>;
  /** Begins to post, and goes before the end. */
  cut(path: string, beginning: string): Promise<void>;
  /** Sets the server's clock, « 22:30 » for instance. */
  setTime(time: string): void;
  hostAndToken(attemptId: string): Promise<{ host: string; token: string }>;
}

/** The packages' server over a package that Amina opened at 10:00. */
export async function packagesOrigin(installing: Installing = {}): Promise<OriginScene> {
  const scene = await openedPackage(installing);
  const shellFolder = mkdtempSync(join(tmpdir(), 'reperes-coquille-'));
  onTestFinished(() => rmSync(shellFolder, { recursive: true, force: true }));
  writeFileSync(join(shellFolder, 'scorm12.js'), 'export {};\n');
  let now = parseInstant('2026-11-23T10:01:00Z');
  const failures: unknown[] = [];
  const server = createPackagesServer({
    db: scene.db,
    clock: { now: () => now },
    log: { info: () => {}, error: (_, error) => void failures.push(error) },
    config: { origin: APPLICATION, packagesOrigin: `http://*.${PACKAGES}`, dataFolder: scene.dataFolder },
    shellFolder,
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    if (failures.length > 0) throw new Error('the packages’ server failed', { cause: failures[0] });
  });
  const hostAndToken = (attemptId: string) => latestLaunch(scene.db, attemptId);
  const own = await hostAndToken(scene.attemptId);
  const ask = (path: string, { method = 'GET', host = own.host, headers = {}, body }: Asked = {}) =>
    answerTo({ port, path, method, headers: { host, ...headers } }, body);
  const askLaunch = (path: string, asked?: Asked) => ask(`/${own.token}/${path}`, asked);
  return {
    ...scene,
    ...own,
    ask,
    askLaunch,
    commit: (said, asked) =>
      askLaunch('commit', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...SAYING_NOTHING, ...said }),
        ...asked,
      }),
    async presence() {
      const { status, text } = await askLaunch('presence', { method: 'POST' });
      if (status !== 200) throw new Error(text);
      return (JSON.parse(text) as { end: unknown }).end;
    },
    cut: (path, beginning) =>
      cutInTheMiddle(server, { port, host: own.host, path: `/${own.token}/${path}` }, beginning),
    setTime: (time) => (now = parseInstant(`2026-11-23T${time}:00Z`)),
    hostAndToken,
  };
}

async function latestLaunch(db: Kysely<Database>, attemptId: string): Promise<{ host: string; token: string }> {
  const row = await db
    .selectFrom('package_launch')
    .innerJoin('package_attempt', 'package_attempt.id', 'package_launch.attempt_id')
    .where('attempt_id', '=', attemptId)
    .orderBy('ordinal', 'desc')
    .select(['host_label', 'token'])
    .executeTakeFirstOrThrow();
  return { host: `${row.host_label}.${PACKAGES}`, token: row.token };
}

/** Begins to post, and goes once the server has begun to read. */
async function cutInTheMiddle(
  server: Server,
  { port, host, path }: { port: number; host: string; path: string },
  beginning: string,
): Promise<void> {
  const headers = { host, 'content-length': String(beginning.length + 1) };
  const asked = request({ host: '127.0.0.1', agent: false, port, method: 'POST', path, headers });
  asked.on('error', () => {});
  const reached = once(server, 'request');
  asked.write(beginning);
  const [incoming] = (await reached) as [IncomingMessage];
  const gone = new Promise<void>((resolve) => incoming.once('close', resolve));
  asked.destroy();
  await gone;
}

async function answerTo(
  options: { port: number; path: string; method: string; headers: Record<string, string> },
  body: string | Buffer | undefined,
): Promise<Answered> {
  const asked = request({ host: '127.0.0.1', agent: false, ...options });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: response.statusCode!, headers: response.headers, text: (await buffer(response)).toString('utf8') };
}
