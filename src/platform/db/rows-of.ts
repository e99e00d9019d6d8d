import { sql, type RawBuilder } from 'kysely';

/** As many rows as are worth one statement: enough to make its cost vanish, few enough to stay light. */
export const ROWS_AT_ONCE = 1000;

/**
 * Rows to insert, sent as one JSON text: `trx.insertInto('person').columns(['id', …]).expression(rowsOf(rows))`. For bulk
 * writes: one parameter whatever the number of rows, and one prepared statement for all of them.
 * @param rows the values of each row, in the order of the columns; at least one row
 */
export function rowsOf(rows: readonly (readonly (string | number | null)[])[]): RawBuilder<unknown> & never {
  const columns = rows[0]!.map((_, place) => sql`value ->> ${sql.lit(place)}`);
  return sql`select ${sql.join(columns)} from json_each(${JSON.stringify(rows)}) where true` as never;
}

/** Cuts a list into pieces of at most ROWS_AT_ONCE. */
export function* inPieces<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += ROWS_AT_ONCE) yield items.slice(from, from + ROWS_AT_ONCE);
}
