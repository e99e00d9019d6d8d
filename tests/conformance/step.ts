export type Standard = 'scorm12' | 'scorm2004';

/** One call of the run-time, and what the specification wants of it. */
export interface Step {
  /** As the table names it: `cmi.core.lesson_status = "passed"`. */
  requirement: string;
  verb: string;
  parameters: string[];
  /** The answer, or what it looks like; null when any will do. */
  answer: string | RegExp | null;
  /** The codes that the specification allows. */
  codes: string[];
}

export function step(
  requirement: string,
  verb: string,
  parameters: string[],
  answer: Step['answer'],
  codes: string[],
): Step {
  return { requirement, verb, parameters, answer, codes };
}
