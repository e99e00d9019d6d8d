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

const ACTOR = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'amina' } };
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

/** A small cmi5 system: it serves a package, opens it, gives a token once, and keeps states and statements. */
export class Cmi5System {
  /** In the order in which they came. */
  readonly statements: Statement[] = [];
  readonly states = new Map<string, string>();
  readonly profilesAsked: string[] = [];
  /** While true, nothing is taken. */
  isDown = false;
  origin = '';
  readonly #files: Record<string, Uint8Array>;
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  /** By session; null once it was given. */
  readonly #tokens = new Map<string, string | null>();
  readonly #given = new Set<string>();

  /** @param files those of the package, by path */
  constructor(files: Record<string, Uint8Array>) {
    this.#files = files;
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.origin = `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** The address that opens the module in a registration; `data` adds to the launch data. */
  launch(registration: string, data: Record<string, unknown> = {}): string {
    const session = crypto.randomUUID();
    this.#tokens.set(session, `token-${session}`);
    const contextTemplate = {
      contextActivities: { grouping: [{ id: 'urn:reperes:module' }] },
      extensions: { [SESSION]: session },
    };
    const launchData = { contextTemplate, launchMode: 'Normal', moveOn: 'CompletedAndPassed', ...data };
    this.states.set(`${registration} LMS.LaunchData`, JSON.stringify(launchData));
    const query = new URLSearchParams({
      endpoint: `${this.origin}/xapi`,
      fetch: `${this.origin}/fetch/${session}`,
      actor: JSON.stringify(ACTOR),
      registration,
      activityId: `${this.origin}/activities/module`,
    });
    return `${this.origin}/module/index.html?${query}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, this.origin);
    const body = await textOf(request);
    const [, place = '', ...rest] = pathname.split('/');
    if (place === 'fetch') return sendJson(response, 200, this.#tokenOf(request, rest[0]!));
    if (place === 'module') return sendFile(response, this.#files, rest.join('/'));
    if (place !== 'xapi') return sendJson(response, 200, 'Retour au système');
    if (this.isDown) return sendJson(response, 503, {});
    if (!this.#given.has(request.headers.authorization ?? '')) return sendJson(response, 401, {});
    const [status, answer] = this.#answerXapi(`${request.method} ${rest.join('/')}`, searchParams, body);
    return sendJson(response, status, answer);
  }

  #tokenOf({ method }: IncomingMessage, session: string): unknown {
    const token = this.#tokens.get(session);
    if (method !== 'POST' || !token) return { 'error-code': '1', 'error-text': 'Déjà donné.' };
    this.#tokens.set(session, null);
    this.#given.add(`Basic ${token}`);
    return { 'auth-token': token };
  }

  #answerXapi(asked: string, query: URLSearchParams, body: string): [status: number, answer: unknown] {
    const state = `${query.get('registration')} ${query.get('stateId')}`;
    switch (asked) {
      case 'GET agents/profile':
        this.profilesAsked.push(query.get('profileId')!);
        return [200, { languagePreference: 'fr-FR', audioPreference: 'on' }];
      case 'GET activities/state':
        return [200, JSON.parse(this.states.get(state) ?? '{}')];
      case 'PUT activities/state':
        this.states.set(state, body);
        return [204, null];
      case 'POST statements': {
        const sent = [JSON.parse(body) as Statement | Statement[]].flat();
        const known = new Set(this.statements.map(({ id }) => id));
        this.statements.push(...sent.filter(({ id }) => !known.has(id)));
        return [200, sent.map(({ id }) => id)];
      }
      default:
        return [404, {}];
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
