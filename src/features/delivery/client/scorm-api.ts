/** The run-time of a system, whichever edition it speaks. */
export interface ScormApi {
  get(name: string): string;
  /** False when the value was refused. */
  set(name: string, value: string): boolean;
  commit(): boolean;
  terminate(): void;
}

type Functions = Record<string, (...values: string[]) => unknown>;

const NAMES = {
  scorm12: {
    api: 'API',
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
  },
  scorm2004: {
    api: 'API_1484_11',
    initialize: 'Initialize',
    terminate: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
  },
} as const;

/** The run-time above this page, begun; null when there is none, or it refuses to begin. */
export function openScormApi(standard: 'scorm12' | 'scorm2004'): ScormApi | null {
  const names = NAMES[standard];
  const api = findApi(names.api);
  if (!api || String(api[names.initialize]!('')) !== 'true') return null;
  return {
    get: (name) => String(api[names.get]!(name)),
    set: (name, value) => String(api[names.set]!(name, value)) === 'true',
    commit: () => String(api[names.commit]!('')) === 'true',
    terminate: () => void api[names.terminate]!(''),
  };
}

const MOST_PARENTS = 500;

/** Looks for a run-time as the specification says (SCORM RTE 3.3.6.1): in the parents, then from the opener. */
function findApi(name: string): Functions | null {
  return searched(name, window) ?? (window.opener ? searched(name, window.opener as Window) : null);
}

function searched(name: string, from: Window): Functions | null {
  let at = from;
  for (let turn = 0; turn < MOST_PARENTS; turn += 1) {
    try {
      const api = (at as unknown as Record<string, unknown>)[name];
      if (api) return api as Functions;
    } catch {
      return null;
    }
    if (at.parent === at) return null;
    at = at.parent;
  }
  return null;
}
