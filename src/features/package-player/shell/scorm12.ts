import type { Commit, ItemState, RuntimeData } from '#domain/packaging/commit.ts';
import { LEARNER_NAME, type LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { Item } from '#domain/packaging/manifest.ts';
import { mergeCommit } from '#domain/packaging/merge-commits.ts';
import type { PageMessage, ShellMessage } from '#domain/packaging/player-messages.ts';
import { textAt } from '#domain/packaging/reported-outcome.ts';
import { prerequisitesMet } from '#domain/packaging/prerequisites.ts';
import { addressWithParameters, itemsInOrder } from './activity.ts';
import { CommitSender } from './commit-sender.ts';
import { timespan12 } from './durations.ts';
import { guardedApi, type RuntimeFunctions } from './guarded-api.ts';
import { ItemSession } from './item-session.ts';
import { eachValue, onItsLines, onOneLine } from './line-breaks.ts';
import { openChannel } from './parent-channel.ts';
import { planLines } from './plan-lines.ts';
import { progressForPrerequisites } from './prerequisite-states.ts';
import { Scorm12API } from './run-time-12.ts';
import { inlinedPlan, pageStage } from './stage.ts';
import { withoutBlanks } from './without-blanks.ts';

const plan = inlinedPlan<LaunchPlan>();
const stage = pageStage();
const states: Record<string, ItemState> = { ...plan.items };
const tell = openChannel(plan.applicationOrigin, (message) => void obey(message));
const sender = new CommitSender(tell, () => session?.flush());
const launching = itemsInOrder(plan.organization.items)
  .map(({ item }) => item)
  .filter(({ resource }) => resource !== null && plan.addresses[resource]);
let session: ItemSession | null = null;

void open(firstItem());

async function obey(message: PageMessage): Promise<void> {
  switch (message.kind) {
    case 'open':
      return open(launching.find(({ identifier }) => identifier === message.item) ?? null);
    case 'continue':
      return open(neighbour(1));
    case 'previous':
      return open(neighbour(-1));
    case 'leave':
      await close();
      await sender.whenEmpty();
      return describe();
  }
}

/** The item that was last open, unless it is done and another waits; the first one otherwise. */
function firstItem(): Item | null {
  const last = Object.values(states).sort((a, b) => b.launch - a.launch || b.sequence - a.sequence)[0];
  const lastItem = launching.find(({ identifier }) => identifier === last?.item);
  if (lastItem && last?.completion !== 'completed') return lastItem;
  return (
    launching.find((item) => states[item.identifier]?.completion !== 'completed' && !isLocked(item)) ??
    lastItem ??
    launching[0] ??
    null
  );
}

function neighbour(step: 1 | -1): Item | null {
  const place = launching.findIndex(({ identifier }) => identifier === session?.item.identifier);
  for (let at = place + step; at >= 0 && at < launching.length; at += step)
    if (!isLocked(launching[at]!)) return launching[at]!;
  return null;
}

function isLocked({ prerequisites }: Item): boolean {
  return !prerequisitesMet(prerequisites, (identifier) => progressForPrerequisites(plan, states, identifier));
}

async function close(): Promise<void> {
  const closing = session;
  if (!closing) return;
  // The item says its last while it goes: its run-time is still there.
  await stage.clear();
  closing.close();
  session = null;
}

async function open(item: Item | null): Promise<void> {
  await close();
  if (!item) return describe();
  const { kind, href } = plan.addresses[item.resource!]!;
  session = kind === 'sco' ? openSco(item) : openAsset(item);
  stage.show(addressWithParameters(href, item.parameters));
  describe();
}

function openAsset(item: Item): ItemSession {
  const asset = newSession(item, () => ({ data: {}, sessionTime: '' }));
  asset.commitNow();
  return asset;
}

function openSco(item: Item): ItemSession {
  const api = new Scorm12API({
    autocommit: false,
    lmsCommitUrl: false,
    logLevel: 'NONE',
    mastery_override: true,
    autoCompleteLessonStatus: true,
    renderCommonCommitFields: false,
  });
  api.loadFromJSON({ cmi: eachValue(startingData(item) as RuntimeData, onOneLine) }, '');
  const sco = newSession(item, () => {
    const data = eachValue(api.renderCommitObject(false).runtimeData as RuntimeData, onItsLines);
    return { data, sessionTime: textAt(data, 'core', 'session_time') };
  });
  const runtime: RuntimeFunctions = {
    initialize: (parameter) => api.lmsInitialize(parameter),
    terminate: (parameter) => api.lmsFinish(parameter),
    getValue: (name) => api.lmsGetValue(name),
    setValue: (name, value) => api.lmsSetValue(name, value),
    commit: (parameter) => api.lmsCommit(parameter),
    getLastError: () => api.lmsGetLastError(),
    getErrorString: (code) => api.lmsGetErrorString(code),
    getDiagnostic: (code) => api.lmsGetDiagnostic(code),
  };
  const guarded = guardedApi(runtime, sco, plan.standard);
  Object.assign(window, {
    API: {
      LMSInitialize: guarded.initialize,
      LMSFinish: guarded.terminate,
      LMSGetValue: guarded.getValue,
      LMSSetValue: guarded.setValue,
      LMSCommit: guarded.commit,
      LMSGetLastError: guarded.getLastError,
      LMSGetErrorString: guarded.getErrorString,
      LMSGetDiagnostic: guarded.getDiagnostic,
    },
  });
  return sco;
}

function newSession(item: Item, report: () => { data: RuntimeData; sessionTime: string }): ItemSession {
  return new ItemSession(plan, item, {
    report: () => ({ ...report(), sequencing: null, objectives: {}, sharedData: {} }),
    send: keepAndSend,
    secondsBefore: states[item.identifier]?.secondsByLaunch[plan.launch] ?? 0,
    onTerminated: () => void goOn(),
  });
}

function keepAndSend(commit: Commit): void {
  states[commit.item] = mergeCommit(plan.standard, states[commit.item] ?? null, commit);
  sender.send(commit);
  describe();
}

/** An item that has ended leaves its place to a word: what follows is the learner's choice. */
async function goOn(): Promise<void> {
  const ended = session;
  if (launching.length > 1) await new Promise((resolve) => setTimeout(resolve, 0));
  if (session === ended) describe();
}

function describe(): void {
  const message: ShellMessage = {
    kind: 'plan',
    lines: planLines(plan, {
      states,
      current: session?.item.identifier ?? null,
      canOpen: (item) => !isLocked(item),
    }),
    canContinue: neighbour(1) !== null,
    canPrevious: session !== null && neighbour(-1) !== null,
    isIdle: session === null || session.isTerminated,
  };
  tell(message);
}

/** What the run-time of an item starts with: where it was, and what the manifest says of it. */
function startingData(item: Item): Record<string, unknown> {
  const state = states[item.identifier];
  const { cmi } = withoutBlanks(state?.data ?? {}) as { cmi?: Record<string, unknown> };
  const core = { ...(cmi?.core as Record<string, unknown> | undefined) };
  const seconds = Object.values(state?.secondsByLaunch ?? {}).reduce((sum, more) => sum + more, 0);
  const isResumed = state !== undefined && core.exit !== 'logout' && core.exit !== 'time-out';
  delete core.exit;
  delete core.session_time;
  return {
    ...cmi,
    ...withoutBlanks({
      launch_data: item.launchData ?? '',
      student_data: {
        mastery_score: item.masteryScore === null ? '' : String(item.masteryScore),
        max_time_allowed: item.maxTimeAllowed ?? '',
        time_limit_action: item.timeLimitAction ?? '',
      },
    }),
    core: {
      ...core,
      student_id: plan.learnerId,
      student_name: LEARNER_NAME,
      credit: 'credit',
      lesson_mode: 'normal',
      lesson_status: core.lesson_status ?? 'not attempted',
      entry: state === undefined ? 'ab-initio' : isResumed ? 'resume' : '',
      total_time: timespan12(seconds),
    },
  };
}
