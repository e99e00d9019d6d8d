import type { Instant, Json } from './columns.ts';

export type ImportState = 'stored' | 'refused' | 'previewed' | 'applied' | 'undone' | 'abandoned';

export interface ImportsTables {
  import_batch: ImportBatchTable;
  import_change: ImportChangeTable;
}

interface ImportBatchTable {
  id: string;
  file_name: string;
  state: ImportState;
  stored_at: Instant;
  stored_by: string | null;
  applied_at: Instant | null;
  applied_by: string | null;
  undone_at: Instant | null;
  undone_by: string | null;
  settings: Json;
  preview: Json | null;
  result: Json | null;
}

/** A thousand changes of one kind, as undoing needs them. */
interface ImportChangeTable {
  batch_id: string;
  position: number;
  kind: string;
  changes: Json;
}
