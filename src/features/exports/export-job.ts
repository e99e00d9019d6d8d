import type { ExportFailure, ExportState } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ExportFormat } from '#domain/exports/export-formats.ts';
import type { ExportQueryValues } from '#features/follow-up/forms.ts';

/** A file that somebody asked for, and how far it has come. */
export interface ExportJob {
  jobId: string;
  personId: string;
  unit: { code: string; name: string };
  programmeName: string;
  day: CivilDate;
  query: ExportQueryValues;
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
