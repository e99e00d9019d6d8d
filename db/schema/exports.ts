import type { Generated } from 'kysely';
import type { CivilDate, Instant, Json } from './columns.ts';

/** `running` at a start of the server means that it stopped meanwhile: the job is begun again. */
export type ExportState = 'waiting' | 'running' | 'done' | 'failed';

export type ExportFailure = 'out-of-scope' | 'broken';

export interface ExportsTables {
  export_job: ExportJobTable;
}

/** A file that somebody asked for; the file stands in `exports/` of the data folder. */
interface ExportJobTable {
  /** Comes with the form: sent twice, it is one job. */
  id: string;
  person_id: string;
  unit_id: string;
  programme_id: string;
  /** The day the file is of, whenever it comes to be written. */
  day: CivilDate;
  /** The filter of the list. */
  query: Json;
  format: 'csv' | 'xlsx' | 'ods' | 'json' | 'pdf';
  asked_at: Instant;
  state: ExportState;
  lines_done: Generated<number>;
  lines_total: number | null;
  ended_at: Instant | null;
  size: number | null;
  fingerprint: string | null;
  failure: ExportFailure | null;
}
