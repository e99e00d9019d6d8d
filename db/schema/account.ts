import type { Instant } from './columns.ts';

export interface AccountTables {
  reading_comfort: ReadingComfortTable;
}

interface ReadingComfortTable {
  person_id: string;
  text_size: 'normal' | 'large' | 'larger';
  spacing: 'normal' | 'wide';
  shortcuts_off_since: Instant | null;
  changed_at: Instant;
}
