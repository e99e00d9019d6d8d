import { requiredEdition } from '#domain/obligation/obligation-state.ts';
import { moduleStanding, type ModuleStanding } from '#domain/progress/module-standing.ts';
import type { Followed } from './followed-version.ts';
import type { LearnerModule, RecordedCompletion } from './queries.ts';
import { askedAgain, type ModuleAsking } from './window-queries.ts';

/** Where a person stands towards a module today. */
export interface LearnerStanding {
  standing: ModuleStanding;
  /** The completion behind a standing of « terminé ». */
  completion: RecordedCompletion | null;
  /** What was completed besides, for an earlier asking or in an earlier edition, the latest first. */
  earlier: RecordedCompletion[];
}

/** The standing for whoever does not ask for the module again: what was done once is done. */
export function standingOf({ learner }: Pick<Followed, 'learner'>): LearnerStanding {
  return withCompletion(learner, moduleStanding(learner.today, learner, learner));
}

/** The standing for the programmes that ask for the module again: what was done before they count is shown, and counts no more. */
export function standingAgain({ learner, version, isBegun }: Followed): LearnerStanding {
  const { edition } = version;
  return withCompletion(learner, isBegun ? { state: 'in-progress', edition } : { state: 'not-started', redo: null });
}

/** The programmes that ask for what was done before they count, the nearest deadline first. */
export interface Asking {
  /** Again, today. */
  now: ModuleAsking[];
  /** Again, from a day that is to come. */
  later: ModuleAsking[];
}

/** Who asks for a module again; nobody for one that was never done. */
export function askingOf(learner: LearnerModule): Asking {
  const required = requiredEdition(learner.today, learner, learner.moduleId);
  const isDone = learner.completions.some(({ edition }) => edition >= required);
  return {
    now: askedAgain(learner, required, learner.today),
    later: isDone ? learner.asks.filter(({ countsFrom }) => countsFrom > learner.today) : [],
  };
}

function withCompletion({ completions }: LearnerModule, standing: ModuleStanding): LearnerStanding {
  const completion =
    standing.state === 'completed'
      ? (completions.findLast(({ edition }) => edition === standing.edition) ?? null)
      : null;
  return { standing, completion, earlier: completions.filter((known) => known !== completion).reverse() };
}
