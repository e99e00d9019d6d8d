/** What a cmi5 system gives in the address that it opens (cmi5 8.1), with the token that this buys once (8.2). */
export interface Launch {
  endpoint: string;
  token: string;
  actor: unknown;
  registration: string;
  activityId: string;
}

/** What it says of this opening (cmi5 10.0). */
export interface LaunchData {
  contextTemplate: ContextTemplate;
  launchMode: 'Normal' | 'Browse' | 'Review';
  /** 0 to 1; null when the module decides by its own mark. */
  masteryScore: number | null;
  /** Where to go when the module is left. */
  returnUrl: string | null;
}

/** Of an xAPI statement, whatever a system puts there. */
export interface ContextTemplate {
  contextActivities?: Record<string, unknown[]>;
  extensions?: Record<string, unknown>;
  [name: string]: unknown;
}

/** The launch that this page was opened by; null when no system opened it, or when it gives no token. */
export async function readLaunch(query: URLSearchParams): Promise<Launch | null> {
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

/** The launch data, and the preferences of the learner, which a module has to ask for (cmi5 11.0) though French is its only language. */
export async function readLaunchData(launch: Launch): Promise<LaunchData | null> {
  const [response] = await Promise.all([
    callXapi(launch, 'GET', stateAddress(launch, 'LMS.LaunchData')),
    callXapi(launch, 'GET', preferencesAddress(launch)),
  ]);
  const data = response?.ok ? ((await response.json().catch(() => null)) as Record<string, unknown> | null) : null;
  if (!data?.contextTemplate) return null;
  return {
    contextTemplate: data.contextTemplate as ContextTemplate,
    launchMode: data.launchMode === 'Browse' || data.launchMode === 'Review' ? data.launchMode : 'Normal',
    masteryScore: typeof data.masteryScore === 'number' ? data.masteryScore : null,
    returnUrl: typeof data.returnURL === 'string' && /^https?:/.test(data.returnURL) ? data.returnURL : null,
  };
}

/** The address of a document that is kept for this learner and this registration. */
export function stateAddress({ activityId, actor, registration }: Launch, stateId: string): string {
  const query = new URLSearchParams({ activityId, agent: JSON.stringify(actor), registration, stateId });
  return `activities/state?${query}`;
}

function preferencesAddress({ actor }: Launch): string {
  return `agents/profile?${new URLSearchParams({ agent: JSON.stringify(actor), profileId: 'cmi5LearnerPreferences' })}`;
}

/** Calls the record store of the system; null when it does not answer. A request outlives the page that made it. */
export function callXapi(
  { endpoint, token }: Launch,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
): Promise<Response | null> {
  const headers = { Authorization: `Basic ${token}`, 'X-Experience-API-Version': '1.0.3' };
  const sent =
    body === undefined
      ? { headers }
      : { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body), keepalive: true };
  return fetch(endpoint + path, { method, ...sent }).catch(() => null);
}
