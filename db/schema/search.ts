export interface SearchTables {
  search_text: SearchTextTable;
  search_state: { id: number; fingerprint: string };
}

/** FTS5: every column is text, and none may be null. */
interface SearchTextTable {
  title: string;
  objective: string;
  headings: string;
  body: string;
  kind: 'lesson' | 'term';
  module_code: string;
  place: string;
}
