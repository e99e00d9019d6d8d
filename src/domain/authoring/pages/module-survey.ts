import type { Reading } from '../language/measure-reading.ts';
import type { PlacedStatement } from '../statements/placed-statement.ts';

/** What the sources of a module say of themselves beside the module: for those who write it and those who check it. */
export interface ModuleSurvey {
  /** In the order of the lessons, then of their files. */
  statements: PlacedStatement[];
  readings: { lesson: string; reading: Reading }[];
  /** Days after which a statement is to be read again; null when module.yaml cannot be used. */
  reviewDays: number | null;
}
