import type { Outcome, RuntimeData, RuntimeValue } from './commit.ts';
import type { PackageStandard } from './manifest.ts';

/** What an item says of itself in its data, in the words of both editions; nothing in it is believed before it is valid. */
export function reportedOutcome(standard: PackageStandard, data: RuntimeData, isTerminated = false): Outcome {
  return standard === 'scorm12' ? outcome12(data, isTerminated) : outcome2004(data, isTerminated);
}

/**
 * `cmi.core.lesson_status` says both at once (SCORM 1.2 RTE 3.4.4). An item that ends without ever setting it is completed by
 * the system, unless it asked to be resumed.
 */
function outcome12(data: RuntimeData, isTerminated: boolean): Outcome {
  const status = textAt(data, 'core', 'lesson_status');
  const hasEnded = isTerminated && textAt(data, 'core', 'exit') !== 'suspend';
  const isSilent = status === '' || status === 'not attempted';
  return {
    completion: isSilent && hasEnded ? 'completed' : (COMPLETION_12.get(status) ?? 'unknown'),
    success: status === 'passed' || status === 'failed' ? status : 'unknown',
    scaledScore: scaled12(data),
    progress: null,
    hasEnded,
  };
}

const COMPLETION_12 = new Map<string, Outcome['completion']>([
  ['passed', 'completed'],
  ['completed', 'completed'],
  // Whoever failed has it to do again.
  ['failed', 'incomplete'],
  ['incomplete', 'incomplete'],
  ['browsed', 'incomplete'],
]);

/**
 * `score.raw` is out of 100 (SCORM 1.2 RTE 3.4.4), and is compared as it is with the mastery score; only where the item names
 * another maximum is it a part of what lies between `score.min` and `score.max`.
 */
function scaled12(data: RuntimeData): number | null {
  const raw = numberAt(data, 'core', 'score', 'raw');
  if (raw === null) return null;
  const max = numberAt(data, 'core', 'score', 'max') ?? 100;
  if (max === 100) return within(raw / 100);
  const min = numberAt(data, 'core', 'score', 'min') ?? 0;
  return max > min ? within((raw - min) / (max - min)) : null;
}

function outcome2004(data: RuntimeData, isTerminated: boolean): Outcome {
  const completion = textAt(data, 'completion_status');
  const success = textAt(data, 'success_status');
  const scaled = numberAt(data, 'score', 'scaled');
  const progress = numberAt(data, 'progress_measure');
  return {
    completion: completion === 'completed' || completion === 'incomplete' ? completion : 'unknown',
    success: success === 'passed' || success === 'failed' ? success : 'unknown',
    scaledScore: scaled === null ? null : within(scaled),
    progress: progress === null ? null : Math.max(0, within(progress)),
    hasEnded: isTerminated && textAt(data, 'exit') !== 'suspend',
  };
}

const within = (measure: number): number => Math.max(-1, Math.min(1, measure));

/** The text at a place of a data model; `''` when nothing is there. The data may stand below `cmi`. */
export function textAt(data: RuntimeData, ...path: string[]): string {
  const value = valueAt(data, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The number at a place of a data model; null when none is there. */
export function numberAt(data: RuntimeData, ...path: string[]): number | null {
  const text = textAt(data, ...path).trim();
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
}

function valueAt(data: RuntimeData, path: readonly string[]): RuntimeValue | undefined {
  let at: RuntimeValue | undefined = isBranch(data.cmi) ? data.cmi : data;
  for (const name of path) at = isBranch(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

function isBranch(value: RuntimeValue | undefined): value is RuntimeData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
