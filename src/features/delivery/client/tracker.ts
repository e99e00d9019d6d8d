/** What a delivered module tells of itself, whichever system hears it. */
export interface Report {
  /** `lecon-3`, `evaluation`. */
  location: string;
  suspendData: string;
  /** 0 to 1. */
  progress: number;
  isComplete: boolean;
  isPassed: boolean;
  /** In whole percent; null before a first attempt. */
  score: number | null;
  seconds: number;
}

/** One answer of the assessment. */
export interface Interaction {
  id: string;
  chosen: string[];
  isRight: boolean;
  /** In whole seconds. */
  latency: number;
}

/** Where a delivered module keeps what is done. */
export interface Tracker {
  /** What was kept last, and where one was. */
  resume(): { suspendData: string; location: string };
  /** Tells it; false when it was not taken. */
  report(report: Report): boolean;
  answer(interaction: Interaction): void;
  /** Says that the page goes. */
  end(report: Report): void;
  /** What the learner is told of it. */
  name: 'lms' | 'browser';
}

/** In seconds, as SCORM 1.2 writes a duration. */
export function timespan(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** In seconds, as ISO 8601 writes a duration. */
export function interval(seconds: number): string {
  return `PT${Math.max(0, Math.floor(seconds))}S`;
}

const MOST_PARENTS = 500;

/** Looks for a run-time as the specification says (SCORM RTE 3.3.6.1): in the parents, then from the opener. */
export function findApi(name: string, from: Window = window): Record<string, (...values: string[]) => string> | null {
  return searched(name, from) ?? (from.opener ? searched(name, from.opener as Window) : null);
}

function searched(name: string, from: Window): Record<string, (...values: string[]) => string> | null {
  let at = from;
  for (let turn = 0; turn < MOST_PARENTS; turn += 1) {
    try {
      const api = (at as unknown as Record<string, unknown>)[name];
      if (api) return api as Record<string, (...values: string[]) => string>;
    } catch {
      return null;
    }
    if (at.parent === at) return null;
    at = at.parent;
  }
  return null;
}
