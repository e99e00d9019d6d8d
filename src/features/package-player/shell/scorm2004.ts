import type { Commit, ItemState, RuntimeData } from '#domain/packaging/commit.ts';
import { LEARNER_NAME, type LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { Item } from '#domain/packaging/manifest.ts';
import { mergeCommit } from '#domain/packaging/merge-commits.ts';
import type { PageMessage } from '#domain/packaging/player-messages.ts';
import { textAt } from '#domain/packaging/reported-outcome.ts';
import { addressWithParameters, itemsInOrder } from './activity.ts';
import { CommitSender } from './commit-sender.ts';
import { interval2004 } from './durations.ts';
import { engineObjectives, keptObjectives } from './global-objectives.ts';
import { guardedApi, type RuntimeFunctions } from './guarded-api.ts';
import { ItemSession } from './item-session.ts';
import { activityTree } from './activity-tree.ts';
import { openChannel } from './parent-channel.ts';
import { planLines } from './plan-lines.ts';
import { Scorm2004API } from './run-time-2004.ts';
import { inlinedPlan, pageStage } from './stage.ts';
import { withoutBlanks } from './without-blanks.ts';

// The engine tells its story to the console, whatever its log level.
// eslint-disable-next-line no-console -- it is silenced, not spoken to
console.debug = () => {};

const plan = inlinedPlan<LaunchPlan>();
const stage = pageStage();
const states: Record<string, ItemState> = { ...plan.items };
const tell = openChannel(plan.applicationOrigin, (message) => void obey(message));
const sender = new CommitSender(tell);
const items = new Map(itemsInOrder(plan.organization.items).map(({ item }) => [item.identifier, item]));
const api = new Scorm2004API({
  autocommit: false,
  lmsCommitUrl: false,
  logLevel: 'NONE',
  onLogMessage: () => {},
  courseId: plan.organization.identifier,
  scoItemIds: [...items.keys()],
  sequencing: { activityTree: activityTree(plan.organization), logLevel: 'error' },
});
const valid: { continue: boolean; previous: boolean; choice: Record<string, string>; hidden: readonly string[] } = {
  continue: false,
  previous: false,
  choice: {},
  hidden: [],
};
let session: ItemSession | null = null;
let delivered: string | null = null;
let isDelivering = false;

api.setSequencingEventListeners({
  // The engine decides in the middle of a call of the package: the package is changed once that call has returned.
  onActivityDelivery: ({ id }) => {
    delivered = id;
    setTimeout(() => void deliver(), 0);
  },
  onSequencingSessionEnd: () => {
    delivered = null;
    setTimeout(() => void deliver(), 0);
  },
  onNavigationValidityUpdate: (update) => {
    Object.assign(valid, {
      continue: update.continue,
      previous: update.previous,
      choice: update.choice,
      hidden: update.hideLmsUi,
    });
    describe();
  },
});
expose();
begin();

/** Goes on where the last launch was, whether it was suspended or its tab simply closed; begins otherwise. */
function begin(): void {
  api.restoreGlobalObjectiveSnapshot(engineObjectives(plan.objectives));
  api.restoreSharedDataSnapshot(plan.sharedData);
  if (plan.sequencing !== null && api.deserializeSequencingState(plan.sequencing)) {
    // What a closed tab leaves is suspended first: a state in the middle can neither be resumed nor begun.
    if (api.processNavigationRequest('resumeAll')) return;
    if (api.processNavigationRequest('suspendAll') && api.processNavigationRequest('resumeAll')) return;
  }
  if (api.processNavigationRequest('start')) return;
  stage.say('Choisissez un élément dans le plan.');
  describe();
}

async function obey(message: PageMessage): Promise<void> {
  if (message.kind === 'open' && !items.has(message.item)) return;
  await leaveItem(message.kind === 'leave' || message.kind === 'open');
  switch (message.kind) {
    case 'open':
      api.processNavigationRequest('choice', message.item);
      break;
    case 'continue':
    case 'previous':
      api.processNavigationRequest(message.kind);
      break;
    case 'leave':
      api.processNavigationRequest('suspendAll');
      session?.close();
      session = null;
      await sender.whenEmpty();
  }
  describe();
}

/** Lets the item say its last, and ends it in its place when it does not. */
async function leaveItem(isSuspended: boolean): Promise<void> {
  if (!session) return;
  await stage.clear();
  if (session.isTerminated || !api.isInitialized()) return;
  if (isSuspended && textAt(report(), 'exit') === '') api.lmsSetValue('cmi.exit', 'suspend');
  api.lmsFinish('');
  session.onTerminate();
}

/** Shows what the engine delivers. */
async function deliver(): Promise<void> {
  if (isDelivering) return;
  isDelivering = true;
  try {
    await stage.clear();
    session?.close();
    session = null;
    const item = delivered === null ? null : items.get(delivered);
    if (!item) {
      stage.say('Le parcours de ce module est terminé. Vous pouvez le quitter, ou choisir un élément dans le plan.');
      return;
    }
    const { kind, href } = plan.addresses[item.resource!]!;
    api.reset(undefined, { preserveListeners: true });
    session = newSession(item, kind);
    if (kind === 'sco') api.loadFromJSON({ cmi: startingData(item) }, '');
    else session.commitNow();
    stage.show(addressWithParameters(href, item.parameters));
  } finally {
    isDelivering = false;
    describe();
  }
}

function report(): RuntimeData {
  return api.renderCommitObject(false).runtimeData as RuntimeData;
}

function newSession(item: Item, kind: 'sco' | 'asset'): ItemSession {
  return new ItemSession(plan, item, {
    report: () => {
      const data = kind === 'asset' ? {} : report();
      return {
        data,
        sessionTime: kind === 'asset' ? '' : textAt(data, 'session_time'),
        sequencing: api.serializeSequencingState(),
        objectives: keptObjectives(api.renderCommitObject(false).globalObjectives ?? {}),
        sharedData: api.captureSharedDataSnapshot(),
      };
    },
    send: keepAndSend,
    secondsBefore: states[item.identifier]?.secondsByLaunch[plan.launch] ?? 0,
    onTerminated: describe,
  });
}

function keepAndSend(commit: Commit): void {
  states[commit.item] = mergeCommit(plan.standard, states[commit.item] ?? null, commit);
  sender.send(commit);
  describe();
}

function describe(): void {
  tell({
    kind: 'plan',
    lines: planLines(plan, {
      states,
      current: session?.item.identifier ?? null,
      isLocked: ({ identifier }) => valid.choice[identifier] === 'false',
    }),
    canContinue: valid.continue && !valid.hidden.includes('continue'),
    canPrevious: valid.previous && !valid.hidden.includes('previous'),
    isIdle: session === null,
  });
}

/** Puts the run-time where packages look for it; it speaks for whichever item is open. */
function expose(): void {
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
  const events = {
    onInitialize: () => session?.onInitialize(),
    onSet: (name: string) => session?.onSet(name),
    onCommit: () => session?.onCommit(),
    onTerminate: () => session?.onTerminate(),
  };
  const guarded = guardedApi(runtime, events, '401');
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

/**
 * What the run-time of an item starts with (RTE 4.2.8): where it was when it was suspended or its tab closed, nothing when it
 * had ended by itself, since that is a new attempt.
 */
function startingData(item: Item): Record<string, unknown> {
  const state = states[item.identifier];
  const { cmi = {} } = withoutBlanks(state?.data ?? {}) as { cmi?: Record<string, unknown> };
  const isResumed = state !== undefined && cmi.exit !== 'normal' && cmi.exit !== 'logout' && cmi.exit !== 'time-out';
  const seconds = Object.values(state?.secondsByLaunch ?? {}).reduce((sum, more) => sum + more, 0);
  const kept = isResumed ? { ...cmi } : {};
  for (const name of ['exit', 'session_time', 'entry', 'total_time', 'comments_from_lms']) delete kept[name];
  const primary = item.sequencing?.objectives.find(({ isPrimary }) => isPrimary);
  const threshold = item.completionThreshold?.completedByMeasure ? item.completionThreshold : null;
  return withoutBlanks({
    ...kept,
    learner_id: plan.learnerId,
    learner_name: LEARNER_NAME,
    credit: 'credit',
    mode: 'normal',
    entry: isResumed ? 'resume' : 'ab-initio',
    total_time: isResumed ? interval2004(seconds) : 'PT0H0M0S',
    launch_data: item.launchData ?? '',
    max_time_allowed: item.maxTimeAllowed ?? '',
    time_limit_action: item.timeLimitAction ?? '',
    scaled_passing_score: primary?.satisfiedByMeasure ? String(primary.minNormalizedMeasure) : '',
    completion_threshold: threshold ? String(threshold.minimumProgressMeasure) : '',
  });
}
