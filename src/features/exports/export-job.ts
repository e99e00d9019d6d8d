import type { ExportFailure, ExportState } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ExportFormat } from '#domain/exports/export-formats.ts';
import type { ExportQueryValues } from '#features/follow-up/forms.ts';

/** What a file is of: the follow-up of a unit, or a list of another page. */
export type ExportSubject =
  | { kind: 'unit'; unit: { code: string; name: string }; programmeName: string; query: ExportQueryValues }
  | { kind: 'list'; list: string; parameters: Record<string, string> };

/** A file that somebody asked for, and how far it has come. */
export interface ExportJob {
  jobId: string;
  personId: string;
  subject: ExportSubject;
  day: CivilDate;
  format: ExportFormat;
  askedAt: Instant;
  state: ExportState;
  linesDone: number;
  /** Null until the lines have been chosen, and for sheets. */
  linesTotal: number | null;
  endedAt: Instant | null;
  /** In bytes, once it is done. */
  size: number | null;
  fingerprint: string | null;
  failure: ExportFailure | null;
}

/** Names of people are kept in one place: a file that was prepared goes after so many days. */
export const KEPT_DAYS = 7;

/** How many files one person may keep at a time. */
export const MOST_KEPT = 20;

/** Whether it is still to be written. */
export function isOpen({ state }: Pick<ExportJob, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}
