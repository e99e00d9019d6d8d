import type { ModuleSources } from '../module-sources.ts';
import type { Problem } from '../problem.ts';
import { fileTooLong, wrongEncoding } from '../problems/structure-problems.ts';
import { createReporter, type Reporter } from '../reporter.ts';
import { createSourceText, type SourceText } from '../source-text.ts';

const MAX_CHARACTERS = 200_000;

/** One file of a module, opened. When it is missing or far too long its text is empty and there is nothing to read. */
interface OpenFile {
  source: SourceText;
  report: Reporter;
  isReadable: boolean;
}

/** Opens one file of a module; a text that no trainer can have meant is noted. */
export function openFile(sources: ModuleSources, path: string, problems: Problem[]): OpenFile {
  const typed = Object.hasOwn(sources.files, path) ? (sources.files[path] ?? null) : null;
  const isTooLong = typed !== null && typed.length > MAX_CHARACTERS;
  const source = createSourceText(`${sources.slug}/${path}`, isTooLong ? '' : (typed ?? ''));
  const report = createReporter(source, problems);
  if (isTooLong) report.error(0, fileTooLong(MAX_CHARACTERS));
  const unreadable = source.text.indexOf('\uFFFD');
  if (unreadable >= 0) report.error(unreadable, wrongEncoding());
  return { source, report, isReadable: typed !== null && !isTooLong };
}
