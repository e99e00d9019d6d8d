import { programStatement } from '../problems/tag-problems.ts';
import type { Reporter } from '../reporter.ts';

const IMPORT =
  /[ \t]*(import)(?:\s+(?:[\w$*{},\s]+?\s+from\s+)?(?:"[^"\n]+"|'[^'\n]+')[ \t]*;?[ \t]*(?:\n|$)|\s*\{[\w$,\s]*\}\s*from\b)/y;
const EXPORT =
  /[ \t]*(export)\s+(?:default\b|(?:const|let|var|function\*?|async\s+function|class|enum|interface)\s+[\w$[{]|type\s+\w+\s*=|\{[\w$,\s]*\}|\*\s)/y;

/** Notes a real `import` or `export` at the beginning of a line. « import de données : … » is only French. */
export function reportStatement(text: string, lineStart: number, report: Reporter): void {
  for (const statement of [IMPORT, EXPORT]) {
    statement.lastIndex = lineStart;
    const match = statement.exec(text);
    if (!match) continue;
    const word = match[1] ?? '';
    report.error(lineStart + match[0].indexOf(word), programStatement(word));
  }
}
