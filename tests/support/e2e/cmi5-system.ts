import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Statement } from '#features/delivery/client/cmi5/statements.ts';

const PAGE_TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export interface Cmi5Launch {
  address: string;
  registration: string;
}

/** A small cmi5 system: it serves a package, opens it, gives a token once, and keeps states and statements. */
export interface Cmi5System {
  origin: string;
  /** In the order in which they came. */
  statements: Statement[];
  states: Map<string, string>;
  profilesAsked: string[];
  /** While true, nothing is taken. */
  isDown: boolean;
  /** Opens the module in a registration, as often as one wants; `data` adds to the launch data. */
  launch(registration: string, data?: Record<string, unknown>): Cmi5Launch;
  close(): Promise<void>;
}

const ACTOR = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'amina' } };

export async function startCmi5System(files: Record<string, Uint8Array>): Promise<Cmi5System> {
  const tokens = new Map<string, string>();
  const taken = new Set<string>();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const system: Cmi5System = {
    origin,
    statements: [],
    states: new Map(),
    profilesAsked: [],
    isDown: false,
    launch(registration, data = {}) {
      const session = crypto.randomUUID();
      tokens.set(session, `token-${session}`);
      const activityId = `${origin}/activities/module`;
      const contextTemplate = {
        contextActivities: { grouping: [{ id: 'urn:reperes:module' }] },
        extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': session },
      };
      const launchData = { contextTemplate, launchMode: 'Normal', moveOn: 'CompletedAndPassed', ...data };
      system.states.set(`${registration} LMS.LaunchData`, JSON.stringify(launchData));
      const query = new URLSearchParams({
        endpoint: `${origin}/xapi`,
        fetch: `${origin}/fetch/${session}`,
        actor: JSON.stringify(ACTOR),
        registration,
        activityId,
      });
      return { address: `${origin}/module/index.html?${query}`, registration };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return system;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, origin);
    const body = await textOf(request);
    const [, place = '', ...rest] = pathname.split('/');
    if (place === 'fetch') return sendJson(response, 200, tokenOf(request, rest[0]!));
    if (place === 'module') return sendFile(response, files, rest.join('/'));
    if (place !== 'xapi') return sendJson(response, 200, 'Retour au système');
    if (system.isDown) return sendJson(response, 503, {});
    if (![...tokens.values()].some((token) => request.headers.authorization === `Basic ${token}`))
      return sendJson(response, 401, {});
    return answerXapi(request, response, { resource: rest.join('/'), searchParams, body });
  }

  function tokenOf({ method }: IncomingMessage, session: string): unknown {
    const token = tokens.get(session);
    if (method !== 'POST' || !token || taken.has(session)) return { 'error-code': '1', 'error-text': 'Déjà donné.' };
    taken.add(session);
    return { 'auth-token': token };
  }

  function answerXapi(
    { method }: IncomingMessage,
    response: ServerResponse,
    { resource, searchParams, body }: { resource: string; searchParams: URLSearchParams; body: string },
  ): void {
    const state = `${searchParams.get('registration')} ${searchParams.get('stateId')}`;
    switch (`${method} ${resource}`) {
      case 'GET agents/profile':
        system.profilesAsked.push(searchParams.get('profileId')!);
        return sendJson(response, 200, { languagePreference: 'fr-FR', audioPreference: 'on' });
      case 'GET activities/state':
        return sendJson(response, 200, JSON.parse(system.states.get(state) ?? '{}'));
      case 'PUT activities/state':
        system.states.set(state, body);
        return sendJson(response, 204, null);
      case 'POST statements': {
        const sent = [JSON.parse(body) as Statement | Statement[]].flat();
        const known = new Set(system.statements.map(({ id }) => id));
        system.statements.push(...sent.filter(({ id }) => !known.has(id)));
        return sendJson(
          response,
          200,
          sent.map(({ id }) => id),
        );
      }
      default:
        return sendJson(response, 404, {});
    }
  }
}

function sendFile(response: ServerResponse, files: Record<string, Uint8Array>, path: string): void {
  const file = files[path];
  response.writeHead(file ? 200 : 404, { 'Content-Type': PAGE_TYPES[path.split('.').pop()!] ?? 'text/plain' });
  response.end(file && Buffer.from(file));
}

function sendJson(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(status === 204 ? undefined : JSON.stringify(answer));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
