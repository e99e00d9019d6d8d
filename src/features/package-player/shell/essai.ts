import { MESSAGE_MARK } from '#domain/packaging/player-messages.ts';
import { WATCH_HOOK } from '#domain/packaging/trial.ts';
import type { TrialFault, TrialMessage, TrialPlan } from '#domain/packaging/trial.ts';
import { addressWithParameters } from './activity.ts';
import { guardedApi, type RuntimeFunctions } from './guarded-api.ts';
import { Scorm12API } from './run-time-12.ts';
import { Scorm2004API } from './run-time-2004.ts';
import { inlinedPlan } from './stage.ts';

/** How long each item is watched once it has loaded, and how long it may take to load. */
const WATCHED_IN_MS = 2500;
const LOADING_IN_MS = 15_000;
const MOST_FAULTS = 50;

// The engine tells its story to the console, whatever its log level.
// eslint-disable-next-line no-console -- it is silenced, not spoken to
console.debug = () => {};

const plan = inlinedPlan<TrialPlan>();
const frame = document.querySelector<HTMLIFrameElement>('#contenu')!;
const tell = (message: TrialMessage) =>
  window.parent.postMessage({ mark: MESSAGE_MARK, message }, plan.applicationOrigin);

async function tryAll(): Promise<void> {
  for (const [index, item] of plan.items.entries()) {
    tell({ kind: 'item', item: item.item, place: index + 1, count: plan.items.length });
    const watch = new Watch();
    expose(watch);
    await load(`contenu/${addressWithParameters(item.href, item.parameters)}`, watch);
    await pause(WATCHED_IN_MS);
    watch.readMissing();
    await load('about:blank', null);
    tell({ kind: 'seen', item: item.item, faults: watch.faults, isInitialized: watch.isInitialized });
  }
  tell({ kind: 'over' });
}

/** What is seen of one item. */
class Watch {
  readonly faults: TrialFault[] = [];
  isInitialized = false;

  add(fault: TrialFault): void {
    const isKnown = this.faults.some((known) => JSON.stringify(known) === JSON.stringify(fault));
    if (!isKnown && this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }

  /** Listens to a window of the item before any of its own scripts has run. */
  listen(view: Window): void {
    view.addEventListener('error', (event) => {
      if (event.message) this.add({ kind: 'script', text: event.message.slice(0, 300) });
    });
    view.addEventListener('unhandledrejection', (event) =>
      this.add({ kind: 'script', text: String(event.reason).slice(0, 300) }),
    );
    view.addEventListener('securitypolicyviolation', (event) =>
      this.add({ kind: 'missing', address: event.blockedURI.slice(0, 300) }),
    );
  }

  /** Every file that was asked for and was answered by a refusal. */
  readMissing(): void {
    for (const view of windowsIn(frame.contentWindow)) {
      const entries = [
        ...view.performance.getEntriesByType('resource'),
        ...view.performance.getEntriesByType('navigation'),
      ] as PerformanceResourceTiming[];
      for (const { name, responseStatus } of entries)
        if (responseStatus >= 400) this.add({ kind: 'missing', address: pathOf(name) });
    }
  }
}

function windowsIn(view: Window | null): (Window & typeof globalThis)[] {
  if (!view) return [];
  try {
    void view.document;
    return [
      view as Window & typeof globalThis,
      ...Array.from(view, (_, place) => windowsIn(view[place] ?? null)).flat(),
    ];
  } catch {
    return [];
  }
}

function pathOf(address: string): string {
  const [, path = address] = /\/contenu\/(.*)$/.exec(address) ?? [];
  return path.slice(0, 300);
}

/** Puts a run-time of its own where the item looks for it. */
function expose(watch: Watch): void {
  const is12 = plan.standard === 'scorm12';
  const api = is12 ? new Scorm12API(SETTINGS) : new Scorm2004API(SETTINGS);
  api.loadFromJSON({ cmi: is12 ? FIRST_TIME_12 : FIRST_TIME_2004 }, '');
  const runtime = functionsOf(api);
  const nothing = () => {};
  const events = {
    onInitialize: () => (watch.isInitialized = true),
    onSet: nothing,
    onCommit: nothing,
    onTerminate: nothing,
  };
  const guarded = guardedApi(runtime, events, plan.standard);
  const watched =
    (name: string, call: (...values: string[]) => string) =>
    (...values: string[]): string => {
      const answer = call(...values);
      const code = guarded.getLastError();
      if (code !== '0') watch.add({ kind: 'call', call: `${name}(${values[0] ?? ''})`.slice(0, 200), code });
      return answer;
    };
  const prefix = is12 ? 'LMS' : '';
  const named = {
    Initialize: guarded.initialize,
    [is12 ? 'Finish' : 'Terminate']: guarded.terminate,
    GetValue: guarded.getValue,
    SetValue: guarded.setValue as (...values: string[]) => string,
    Commit: guarded.commit,
  } as Record<string, (...values: string[]) => string>;
  Object.assign(window, {
    [is12 ? 'API' : 'API_1484_11']: {
      ...Object.fromEntries(
        Object.entries(named).map(([name, call]) => [`${prefix}${name}`, watched(`${prefix}${name}`, call)]),
      ),
      [`${prefix}GetLastError`]: guarded.getLastError,
      [`${prefix}GetErrorString`]: guarded.getErrorString,
      [`${prefix}GetDiagnostic`]: guarded.getDiagnostic,
    },
  });
}

const SETTINGS = { autocommit: false, lmsCommitUrl: false, logLevel: 'NONE', onLogMessage: () => {} } as const;

/** What an item is told the first time that somebody opens it. */
const FIRST_TIME_2004 = { credit: 'credit', mode: 'normal', entry: 'ab-initio' };
const FIRST_TIME_12 = {
  core: { credit: 'credit', lesson_mode: 'normal', lesson_status: 'not attempted', entry: 'ab-initio' },
};

interface Api {
  lmsInitialize(parameter?: string): string;
  lmsFinish(parameter?: string): string;
  lmsGetValue(name: string): string;
  lmsSetValue(name: string, value: string): string;
  lmsCommit(parameter?: string): string;
  lmsGetLastError(): string;
  lmsGetErrorString(code: string): string;
  lmsGetDiagnostic(code: string): string;
}

function functionsOf(api: Api): RuntimeFunctions {
  return {
    initialize: (parameter) => api.lmsInitialize(parameter),
    terminate: (parameter) => api.lmsFinish(parameter),
    getValue: (name) => api.lmsGetValue(name),
    setValue: (name, value) => api.lmsSetValue(name, value),
    commit: (parameter) => api.lmsCommit(parameter),
    getLastError: () => api.lmsGetLastError(),
    getErrorString: (code) => api.lmsGetErrorString(code),
    getDiagnostic: (code) => api.lmsGetDiagnostic(code),
  };
}

async function load(address: string, watch: Watch | null): Promise<void> {
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  Object.assign(window, { [WATCH_HOOK]: watch ? (view: Window) => watch.listen(view) : undefined });
  frame.src = address;
  await Promise.race([loaded, pause(LOADING_IN_MS)]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

void tryAll();
