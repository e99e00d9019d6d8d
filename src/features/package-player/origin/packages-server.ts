import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Clock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import type { Log } from '#platform/log.ts';
import { findServedLaunch, noteGone, noteSeen, type ServedLaunch } from '../find-served-launch.ts';
import { findServedTrial } from '../trial-queries.ts';
import { answerJson, answerPlainly } from './answer.ts';
import { serveTrial } from './serve-trial.ts';
import { takeCommit } from './take-commit.ts';
import { addPackageHeaders } from './package-headers.ts';
import { serveContent } from './serve-content.ts';
import { serveShell, serveShellScript } from './serve-shell.ts';

/** What the packages' origin needs of the server that runs it. */
export interface PackagesOrigin {
  db: Kysely<Database>;
  clock: Clock;
  log: Log;
  config: {
    /** The application's, which alone may frame a shell. */
    origin: string;
    /** Its star stands for the label of an attempt. */
    packagesOrigin: string;
    dataFolder: string;
  };
  /** Where the shell's scripts were built. */
  shellFolder: string;
}

/**
 * The server of the packages' origin. It knows no session and reads no cookie: whoever has the address of a launch, which
 * cannot be guessed, plays that attempt and nothing else (DESIGN §9).
 */
export function createPackagesServer(origin: PackagesOrigin): Server {
  return createServer((request, response) => {
    answer(origin, request, response).catch((error: unknown) => {
      // The address has the token of a launch: it is not written.
      origin.log.error('package-request-failed', error, { requestId: newId() });
      if (response.headersSent) response.destroy();
      else answerPlainly(response, 500, 'Une erreur est survenue.');
    });
  });
}

const SCRIPT = /^[A-Za-z0-9_-]+\.js$/;
const ADDRESS = /^\/([a-z0-9]{20,40})\/([^?]*)(\?.*)?$/;

async function answer(origin: PackagesOrigin, request: IncomingMessage, response: ServerResponse): Promise<void> {
  addPackageHeaders(response, origin.config.origin);
  const [, token = '', path = ''] = ADDRESS.exec(request.url ?? '') ?? [];
  const hostLabel = labelOf(request.headers.host ?? '', origin.config.packagesOrigin);
  const now = origin.clock.now();
  const launch = hostLabel && token ? await findServedLaunch(origin.db, { hostLabel, token, now }) : null;
  // A package's own service worker would answer in the place of the shell.
  if (!hostLabel || request.headers['service-worker'] !== undefined)
    return answerPlainly(response, 404, 'Introuvable.');
  if (launch) return route(origin, launch, path, request, response);
  const trial = await findServedTrial(origin.db, { hostLabel, token, now });
  if (!trial || request.method !== 'GET') return answerPlainly(response, 404, 'Introuvable.');
  if (path === '') return serveTrial(origin, trial, response);
  if (SCRIPT.test(path)) return serveShellScript(origin, path, request, response);
  if (path.startsWith('contenu/'))
    return serveContent(origin, { ...trial, isWatched: true }, path.slice(8), request, response);
  return answerPlainly(response, 404, 'Introuvable.');
}

async function route(
  origin: PackagesOrigin,
  launch: ServedLaunch,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const now = origin.clock.now();
  if (request.method === 'POST') {
    // What a tab still had to say counts, though it plays nothing more.
    if (path === 'commit') return takeCommit(origin, launch, request, response);
    if (path === 'depart') {
      await noteGone(origin.db, launch.launchId, now);
      return answerPlainly(response, 204, '');
    }
    if (path !== 'presence') return answerPlainly(response, 404, 'Introuvable.');
    if (launch.end === null) await noteSeen(origin.db, launch, now);
    return answerJson(response, 200, { end: launch.end });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return answerPlainly(response, 404, 'Introuvable.');
  // A tab that was taken over may still ask for what it needs to say its last.
  if (launch.end !== null && launch.end !== 'taken-over')
    return answerPlainly(response, 404, 'Cette ouverture est terminée : revenez au module.');
  if (path === '') return serveShell(origin, launch, response);
  if (SCRIPT.test(path)) return serveShellScript(origin, path, request, response);
  if (path.startsWith('contenu/')) return serveContent(origin, launch, path.slice(8), request, response);
  return answerPlainly(response, 404, 'Introuvable.');
}

/** The first name of the host, when the rest is the packages' origin's. */
export function labelOf(host: string, packagesOrigin: string): string | null {
  const suffix = packagesOrigin.replace(/^https?:\/\/\*/, '').replace(/:(80|443)$/, '');
  const label = host.endsWith(suffix) ? host.slice(0, -suffix.length) : '';
  return /^[a-z0-9]{20,40}$/.test(label) ? label : null;
}
