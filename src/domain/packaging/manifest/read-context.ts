import type { PackageStandard } from '../manifest.ts';
import type { PackageFiles } from './package-files.ts';
import type { Clause, Report } from './report.ts';
import { readValues, type Values } from './read-values.ts';

/** What every part of the reading needs to know. */
export interface ReadContext {
  standard: PackageStandard;
  isOld: boolean;
  report: Report;
  /** Folder of the manifest in the archive. */
  folder: string;
  files: PackageFiles;
  /** Where the standard describes the parts of a manifest. */
  clause: Clause;
  values: Values;
}

export function readContext(
  standard: PackageStandard,
  report: Report,
  archive: { folder: string; files: PackageFiles },
): ReadContext {
  const clause: Clause = standard === 'scorm12' ? 'SCORM 1.2 CAM § 2.3' : 'SCORM 2004 CAM § 3.4';
  return { standard, isOld: standard === 'scorm12', report, ...archive, clause, values: readValues(report, clause) };
}
