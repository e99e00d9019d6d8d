import type { GlobalObjective } from '#domain/packaging/commit.ts';
import type { LaunchPlan } from '#domain/packaging/launch-plan.ts';
import { activityTree } from './activity-tree.ts';
import { engineObjective, keptObjective } from './objective-states.ts';
import { Scorm2004API, type Engine, type EngineListeners } from './run-time-2004.ts';
import { differenceOf, withDifference, type Difference, type Plain } from './state-difference.ts';

/** The sequencing engine of a course, and the shape of its state before anything happened. */
export interface Course {
  engine: Engine;
  atStart: Plain;
}

/** A course that nobody has opened yet. */
export function newCourse({ organization }: LaunchPlan, listeners: EngineListeners): Course {
  const engine = new Scorm2004API({
    autocommit: false,
    lmsCommitUrl: false,
    logLevel: 'NONE',
    onLogMessage: () => {},
    renderCommonCommitFields: true,
    sequencing: {
      activityTree: activityTree(organization),
      logLevel: 'error',
      eventListeners: listeners,
    },
  });
  return { engine, atStart: stateOf(engine) };
}

const stateOf = (engine: Engine): Plain => JSON.parse(engine.serializeSequencingState()) as Plain;

/** The state of a course to be kept: what changed since its start. */
export function keptState({ engine, atStart }: Course): string {
  return JSON.stringify({ of: shapeOf(atStart), difference: differenceOf(atStart, stateOf(engine)) ?? null });
}

/**
 * Puts a course where it was left. Objectives first: another package may have changed those it shares since then.
 * @returns false when there is no state, or one of another course
 */
export function restoreCourse({ engine, atStart }: Course, plan: LaunchPlan): boolean {
  const objectives = Object.fromEntries(
    Object.entries(plan.objectives).map(([id, kept]) => [id, engineObjective(id, kept)]),
  );
  engine.restoreGlobalObjectiveSnapshot(objectives);
  engine.restoreSharedDataSnapshot(plan.sharedData);
  const kept = readKept(plan.sequencing);
  if (!kept || kept.of !== shapeOf(atStart)) return false;
  const state = withDifference(atStart, kept.difference ?? undefined) as EngineState;
  for (const map of [
    state.globalObjectiveMap,
    state.sequencing?.globalObjectiveMap,
    state.suspensionState?.globalObjectives,
  ])
    if (map) for (const [id, objective] of Object.entries(objectives)) map[id] = { ...map[id], ...objective };
  if (!engine.deserializeSequencingState(JSON.stringify(state))) return false;
  // The engine takes the current activity for a running one, and writes again what the course knew of its objectives.
  const { currentActivity } = engine.getSequencingState() as { currentActivity: Activity | null };
  if (currentActivity)
    currentActivity.isActive = state.sequencing?.activityStates?.[currentActivity.id]?.isActive ?? false;
  engine.restoreGlobalObjectiveSnapshot(objectives);
  return true;
}

interface Activity {
  id: string;
  isActive: boolean;
}

type ObjectiveMap = Record<string, object>;
interface EngineState {
  globalObjectiveMap?: ObjectiveMap;
  sequencing?: { globalObjectiveMap?: ObjectiveMap; activityStates?: Record<string, { isActive?: boolean }> };
  suspensionState?: { globalObjectives?: ObjectiveMap };
}

function readKept(text: string | null): { of: string; difference: Difference | null } | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as { of?: unknown; difference?: Difference | null };
    return typeof kept.of === 'string' ? { of: kept.of, difference: kept.difference ?? null } : null;
  } catch {
    return null;
  }
}

/** Two courses have one shape when they have the same activities: a correction of a course may change them. */
function shapeOf(atStart: Plain): string {
  const { sequencing } = atStart as { sequencing?: { activityStates?: object } };
  const names = Object.keys(sequencing?.activityStates ?? {}).join('\n');
  let sum = 0;
  for (let at = 0; at < names.length; at += 1) sum = (Math.imul(sum, 31) + names.charCodeAt(at)) | 0;
  return `${names.length}/${sum}`;
}

/** The global objectives of a course, to be kept. */
export function keptObjectives(engine: Engine): Record<string, GlobalObjective> {
  const { globalObjectives = {} } = engine.renderCommitObject(false) as {
    globalObjectives?: Record<string, Parameters<typeof keptObjective>[0]>;
  };
  return Object.fromEntries(Object.entries(globalObjectives).map(([id, objective]) => [id, keptObjective(objective)]));
}
