import type { Commit, ItemState, RuntimeData } from '#domain/packaging/commit.ts';
import type { LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { Item } from '#domain/packaging/manifest.ts';
import { mergeCommit } from '#domain/packaging/merge-commits.ts';
import type { PageMessage } from '#domain/packaging/player-messages.ts';
import { addressWithParameters, itemsInOrder } from './activity.ts';
import { CommitSender } from './commit-sender.ts';
import { keptObjectives, keptState } from './engine.ts';
import { guardedApi } from './guarded-api.ts';
import { ItemSession, type ItemReport } from './item-session.ts';
import { eachValue, onItsLines, onOneLine } from './line-breaks.ts';
import { Navigator, type NavigationRequest } from './navigator.ts';
import { openChannel } from './parent-channel.ts';
import { planLines } from './plan-lines.ts';
import { inlinedPlan, pageStage } from './stage.ts';
import { startingData2004 } from './starting-data-2004.ts';

// The engine tells its story to the console, whatever its log level.
// eslint-disable-next-line no-console -- it is silenced, not spoken to
for (const name of ['debug', 'info', 'log', 'warn'] as const) console[name] = () => {};

const CHOOSE = 'Choisissez un élément du plan.';
const OVER = 'Il n’y a pas de suite à cet endroit. Vous pouvez choisir un élément du plan, ou quitter le module.';

/** A page that was asked for takes the place of this one within that time, or was given up. */
const LEAVING_IN_MS = 10_000;

const plan = inlinedPlan<LaunchPlan>();
const stage = pageStage();
const states: Record<string, ItemState> = { ...plan.items };
const tell = openChannel(plan.applicationOrigin, (message) => void obey(message));
const sender = new CommitSender(tell, () => session?.flush());
const items = new Map(itemsInOrder(plan.organization.items).map(({ item }) => [item.identifier, item]));
const launching = [...items.values()].filter(({ resource }) => resource !== null && plan.addresses[resource]);
const navigator = new Navigator(plan, { onChange: () => describe() });
let session: ItemSession | null = null;
let sessionTime = '';
/** What the learner asked for while an item is open: it stands for what the item asks when it goes (RTE 4.4.4). */
let asked: NavigationRequest | null = null;
let isSwitching = false;
let leavingSince = -Infinity;

begin();
// Whoever leaves the page suspends: an item that says its last then must not end the attempt. It may go before the shell does
// (when another page is asked for, which may still be slow or given up) or after it (when the tab is closed).
window.addEventListener('pagehide', () => (asked ??= { request: 'suspendAll' }));
window.addEventListener('beforeunload', () => (leavingSince = performance.now()));
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

function begin(): void {
  const isIn = navigator.begin(launching, (item) => states[item.identifier]?.completion === 'completed');
  if (isIn) deliver();
  else idle(CHOOSE);
}

async function obey(message: PageMessage): Promise<void> {
  switch (message.kind) {
    case 'open':
      if (navigator.current() === message.item && session && !session.isTerminated) return describe();
      return items.has(message.item) ? go({ request: 'choice', target: message.item }) : undefined;
    case 'continue':
    case 'previous':
      return go({ request: message.kind });
    case 'leave':
      await go({ request: 'suspendAll' });
      await sender.whenEmpty();
      return describe();
  }
}

/** Goes where the learner asks: the open item ends first, and says its last. */
async function go(request: NavigationRequest): Promise<void> {
  if (isSwitching || !navigator.mayTry(request, isLive())) return describe();
  isSwitching = true;
  asked = request;
  await stage.clear();
  if (asked) {
    if (isLive()) navigator.terminate(asked);
    else navigator.go(asked);
    asked = null;
  }
  isSwitching = false;
  settle(OVER);
}

/** An item has opened its session, and not ended it. */
function isLive(): boolean {
  return navigator.course.engine.isInitialized();
}

/** Plays what was delivered meanwhile, or says that nothing was. */
function settle(otherwise: string): void {
  session?.close();
  session = null;
  if (navigator.delivered) deliver();
  else idle(otherwise);
}

function idle(text: string): void {
  stage.say(text);
  describe();
}

function deliver(): void {
  const { item: identifier, isResumed } = navigator.take()!;
  const item = items.get(identifier);
  const address = plan.addresses[item?.resource ?? ''];
  if (!item || !address) return idle(CHOOSE);
  const { engine } = navigator.course;
  engine.reset({}, { resetTotalTime: true });
  const state = states[identifier];
  const data = startingData2004(item, {
    state,
    isResumed: isResumed && state !== undefined,
    learnerId: plan.learnerId,
  });
  engine.loadFromJSON({ cmi: eachValue(data as RuntimeData, onOneLine) }, '');
  sessionTime = '';
  session = newSession(item, address.kind);
  if (address.kind === 'sco') offerApi(session);
  else Reflect.deleteProperty(window, 'API_1484_11');
  stage.show(addressWithParameters(address.href, item.parameters));
  if (address.kind === 'asset') session.commitNow();
  describe();
}

function newSession(item: Item, kind: 'sco' | 'asset'): ItemSession {
  return new ItemSession(plan, item, {
    report: () => report(kind),
    send: keepAndSend,
    secondsBefore: states[item.identifier]?.secondsByLaunch[plan.launch] ?? 0,
    onTerminated: () => setTimeout(() => void afterTerminate(), 0),
  });
}

function report(kind: 'sco' | 'asset'): ItemReport {
  const { course } = navigator;
  const { cmi } = course.engine.renderCommitObject(false).runtimeData as { cmi: RuntimeData };
  return {
    data: kind === 'sco' ? eachValue({ cmi }, onItsLines) : {},
    sessionTime,
    sequencing: keptState(course),
    objectives: keptObjectives(course.engine),
    sharedData: course.engine.captureSharedDataSnapshot(),
  };
}

function offerApi(sco: ItemSession): void {
  const { engine } = navigator.course;
  const guarded = guardedApi(
    {
      initialize: (parameter) => engine.lmsInitialize(parameter),
      terminate(parameter) {
        if (performance.now() - leavingSince < LEAVING_IN_MS) asked ??= { request: 'suspendAll' };
        if (asked && engine.isInitialized() && parameter === '') return navigator.terminate(take(asked));
        return engine.lmsFinish(parameter);
      },
      getValue: (name) => engine.lmsGetValue(name),
      setValue(name, value) {
        const answer = String(engine.lmsSetValue(name, value));
        if (answer !== 'true') return answer;
        if (name === 'cmi.session_time') sessionTime = value;
        navigator.noteSet(name, value);
        return answer;
      },
      commit: (parameter) => engine.lmsCommit(parameter),
      getLastError: () => engine.lmsGetLastError(),
      getErrorString: (code) => engine.lmsGetErrorString(code),
      getDiagnostic: (code) => engine.lmsGetDiagnostic(code),
    },
    sco,
    plan.standard,
  );
  Object.assign(window, {
    API_1484_11: {
      Initialize: guarded.initialize,
      Terminate: guarded.terminate,
      GetValue: guarded.getValue,
      SetValue: guarded.setValue,
      Commit: guarded.commit,
      GetLastError: guarded.getLastError,
      GetErrorString: guarded.getErrorString,
      GetDiagnostic: guarded.getDiagnostic,
    },
  });
}

function take(request: NavigationRequest): NavigationRequest {
  asked = null;
  return request;
}

/** An item that ended by itself: what its rules, or its own request, deliver takes its place. */
async function afterTerminate(): Promise<void> {
  if (isSwitching) return;
  if (!navigator.delivered) return describe();
  isSwitching = true;
  await stage.clear();
  isSwitching = false;
  settle(OVER);
}

function keepAndSend(commit: Commit): void {
  states[commit.item] = mergeCommit(plan.standard, states[commit.item] ?? null, commit);
  sender.send(commit);
  describe();
}

function describe(): void {
  const current = session?.item.identifier ?? null;
  const hidden = new Set(session?.item.hiddenControls);
  tell({
    kind: 'plan',
    lines: planLines(plan, {
      states,
      current,
      canOpen: ({ identifier }) => identifier === current || navigator.canChoose(identifier),
    }),
    canContinue: !hidden.has('continue') && navigator.mayTry({ request: 'continue' }, isLive()),
    canPrevious: !hidden.has('previous') && navigator.mayTry({ request: 'previous' }, isLive()),
    isIdle: session === null || session.isTerminated,
  });
}
