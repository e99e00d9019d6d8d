/** The sort that a column's link asks for: its own, or the other way round when it already is. */
export function toggledSort(current: string, column: string): string {
  return current === column ? `-${column}` : column;
}

/** What `aria-sort` says of a column. */
export function sortDirection(current: string, column: string): 'ascending' | 'descending' | undefined {
  if (current === column) return 'ascending';
  return current === `-${column}` ? 'descending' : undefined;
}
