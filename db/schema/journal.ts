import type { Instant, Json } from './columns.ts';

export interface JournalTables {
  journal: JournalTable;
}

interface JournalTable {
  id: string;
  at: Instant;
  actor_id: string | null;
  verb: string;
  subject_kind: string;
  subject_id: string;
  detail: Json;
  request_id: string | null;
}
