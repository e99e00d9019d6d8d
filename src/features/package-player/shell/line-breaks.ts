import type { RuntimeData, RuntimeValue } from '#domain/packaging/commit.ts';

/**
 * The run-time refuses an answer, a comment or a description of several lines, which the specifications allow: inside it,
 * two letters for private use stand for what breaks a line.
 */
const STAND_INS = [
  ['\n', '\uE00A'],
  ['\r', '\uE00D'],
] as const;

const OF_SEVERAL_LINES = /^(learner_response|student_response|pattern|comment|description)$/;

/** A value as the run-time takes it. */
export function onOneLine(name: string, value: string): string {
  return isOfSeveralLines(name) ? STAND_INS.reduce((text, [from, to]) => text.replaceAll(from, to), value) : value;
}

/** A value as it was set. */
export function onItsLines(name: string, value: string): string {
  return isOfSeveralLines(name) ? STAND_INS.reduce((text, [to, from]) => text.replaceAll(from, to), value) : value;
}

function isOfSeveralLines(name: string): boolean {
  return OF_SEVERAL_LINES.test(name.slice(name.lastIndexOf('.') + 1));
}

/** Everything that the run-time holds, each value changed by one of the two above. */
export function eachValue(data: RuntimeData, change: (name: string, value: string) => string): RuntimeData {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, changed(name, value, change)]));
}

function changed(name: string, value: RuntimeValue, change: (name: string, value: string) => string): RuntimeValue {
  if (typeof value === 'string') return change(name, value);
  if (Array.isArray(value)) return value.map((one, place) => changed(String(place), one, change));
  return typeof value === 'object' && value !== null ? eachValue(value, change) : value;
}
