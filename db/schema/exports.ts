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
  /** The name of a list; null for the follow-up of a unit, which alone has a unit and a programme. */
  list: string | null;
  unit_id: string | null;
  programme_id: string | null;
  /** The day the follow-up is of, whenever it comes to be written; for a list the day it was asked for. */
  day: CivilDate;
  /** The filter of the list: the parameters of its page's address. */
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
