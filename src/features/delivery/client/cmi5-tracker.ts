import { interval } from './scorm-values.ts';
import type { Report, Tracker } from './tracker.ts';

/** What a cmi5 system gives in the address that it opens (cmi5 8.1). */
interface Launch {
  endpoint: string;
  token: string;
  actor: unknown;
  registration: string;
  activityId: string;
}

const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
};
const CMI5_CATEGORY = { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' };
const MOVE_ON_CATEGORY = { id: 'https://w3id.org/xapi/cmi5/context/categories/moveon' };
const STATE = 'reperes';

/** Tells a cmi5 system by xAPI statements; null when the page was not opened by one, or it refuses. */
export async function cmi5Tracker(): Promise<Tracker | null> {
  const launch = await launchOf(new URLSearchParams(window.location.search));
  const context = launch && (await launchData(launch));
  if (!launch || !context) return null;
  const kept = await readState(launch);
  const said = new Set<string>();
  const say = (verb: keyof typeof VERBS, result?: Record<string, unknown>, isMoveOn = false): void => {
    if (said.has(verb)) return;
    said.add(verb);
    void send(launch, 'POST', 'statements', statementOf(launch, context, { verb, result, isMoveOn }), true);
  };
  say('initialized');
  const report = (now: Report): boolean => {
    const state = `${now.suspendData}\n${now.location}`;
    void send(launch, 'PUT', `activities/state?${stateQuery(launch, STATE)}`, state, true);
    const duration = interval(now.seconds);
    if (now.isPassed && now.score !== null)
      say('passed', { score: { scaled: now.score / 100 }, success: true, duration }, true);
    if (now.isComplete) say('completed', { completion: true, duration }, true);
    return true;
  };
  const [suspendData = '', location = ''] = kept.split('\n');
  return {
    name: 'lms',
    resume: () => ({ suspendData, location }),
    report,
    answer: () => {},
    end(now) {
      report(now);
      say('terminated', { duration: interval(now.seconds) });
    },
  };
}

async function launchOf(query: URLSearchParams): Promise<Launch | null> {
  const [endpoint, fetchAddress, actor, registration, activityId] = [
    'endpoint',
    'fetch',
    'actor',
    'registration',
    'activityId',
  ].map((name) => query.get(name));
  if (!endpoint || !fetchAddress || !actor || !registration || !activityId) return null;
  try {
    const response = await fetch(fetchAddress, { method: 'POST' });
    const token = ((await response.json()) as Record<string, unknown>)['auth-token'];
    if (typeof token !== 'string') return null;
    return { endpoint: endpoint.replace(/\/?$/, '/'), token, actor: JSON.parse(actor), registration, activityId };
  } catch {
    return null;
  }
}

/** What the system wants to find again in each statement (cmi5 10.0). */
async function launchData(launch: Launch): Promise<Record<string, unknown> | null> {
  const response = await send(launch, 'GET', `activities/state?${stateQuery(launch, 'LMS.LaunchData')}`);
  const data = (await response?.json().catch(() => null)) as { contextTemplate?: Record<string, unknown> } | null;
  return data?.contextTemplate ?? null;
}

async function readState(launch: Launch): Promise<string> {
  const response = await send(launch, 'GET', `activities/state?${stateQuery(launch, STATE)}`);
  return response?.ok ? response.text() : '';
}

function stateQuery({ activityId, actor, registration }: Launch, stateId: string): URLSearchParams {
  return new URLSearchParams({ activityId, agent: JSON.stringify(actor), registration, stateId });
}

function statementOf(
  { actor, registration, activityId }: Launch,
  template: Record<string, unknown>,
  {
    verb,
    result,
    isMoveOn,
  }: { verb: keyof typeof VERBS; result?: Record<string, unknown> | undefined; isMoveOn: boolean },
): string {
  const activities = (template.contextActivities ?? {}) as Record<string, unknown[]>;
  return JSON.stringify({
    id: crypto.randomUUID(),
    actor,
    verb: { id: VERBS[verb], display: { en: verb } },
    object: { objectType: 'Activity', id: activityId },
    ...(result ? { result } : {}),
    context: {
      ...template,
      registration,
      contextActivities: {
        ...activities,
        category: [...(activities.category ?? []), CMI5_CATEGORY, ...(isMoveOn ? [MOVE_ON_CATEGORY] : [])],
      },
    },
  });
}

function send(
  { endpoint, token }: Launch,
  method: string,
  path: string,
  body?: string,
  keepalive = false,
): Promise<Response | null> {
  return fetch(endpoint + path, {
    method,
    keepalive,
    headers: {
      Authorization: `Basic ${token}`,
      'X-Experience-API-Version': '1.0.3',
      ...(body === undefined ? {} : { 'Content-Type': method === 'PUT' ? 'text/plain' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  }).catch(() => null);
}
