import type { Finding, Problem } from './problem.ts';
import { positionAt, type SourceText } from './source-text.ts';

/** Notes what is found in one file, at an offset of its text. */
export interface Reporter {
  error(offset: number, finding: Finding): void;
  notice(offset: number, finding: Finding): void;
}

/** A reporter that adds what is found in `source` to `problems`. */
export function createReporter(source: SourceText, problems: Problem[]): Reporter {
  const add = (severity: Problem['severity'], offset: number, finding: Finding) => {
    problems.push({ file: source.file, ...positionAt(source, offset), severity, ...finding });
  };
  return {
    error: (offset, finding) => add('error', offset, finding),
    notice: (offset, finding) => add('notice', offset, finding),
  };
}
