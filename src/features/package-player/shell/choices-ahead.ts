import type { LaunchPlan } from '#domain/packaging/launch-plan.ts';
import { keptState, newCourse, restoreCourse, type Course } from './engine.ts';
import type { Engine } from './run-time-2004.ts';

/**
 * The activities that may be chosen. The engine looks at an item's results when it ends, and so would not open what they open
 * while it runs: a copy of the course ends it, with what it has set so far.
 */
export function choicesAhead(plan: LaunchPlan, course: Course, said: ReadonlyMap<string, string>): ReadonlySet<string> {
  if (!course.engine.isInitialized()) return choicesOf(course.engine);
  const ahead = newCourse(plan, {});
  restoreCourse(ahead, { ...plan, sequencing: keptState(course), objectives: {} });
  ahead.engine.lmsInitialize('');
  for (const [name, value] of said) ahead.engine.lmsSetValue(name, value);
  ahead.engine.lmsFinish('');
  return choicesOf(ahead.engine);
}

/** The engine's own list is empty as long as nothing was delivered: its validation is asked for each. */
function choicesOf(engine: Engine): ReadonlySet<string> {
  const service = engine.getSequencingService();
  const { currentActivity, rootActivity } = engine.getSequencingState() as EngineState;
  const process = (service as unknown as { sequencingProcess: ChoiceValidation | null }).sequencingProcess;
  const mayChoose = ({ id }: Activity) =>
    process?.validateNavigationRequest('choice', id, currentActivity).valid === true;
  return new Set(
    rootActivity
      ? everyOf(rootActivity)
          .filter(mayChoose)
          .map(({ id }) => id)
      : [],
  );
}

interface Activity {
  id: string;
  children: Activity[];
}

interface EngineState {
  currentActivity: Activity | null;
  rootActivity: Activity | null;
}

interface ChoiceValidation {
  validateNavigationRequest(request: 'choice', target: string, current: Activity | null): { valid: boolean };
}

function everyOf(activity: Activity): Activity[] {
  return [activity, ...activity.children.flatMap(everyOf)];
}
