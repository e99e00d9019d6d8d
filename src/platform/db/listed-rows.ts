import { sql, type AliasedRawBuilder, type RawBuilder } from 'kysely';

/** A list of texts sent as one parameter, whatever its length: `.where('id', 'in', listedValues(ids))`. */
export function listedValues(values: readonly string[]): RawBuilder<string> {
  return sql<string>`(select value from json_each(${JSON.stringify(values)}))`;
}

type Cell = string | number | null;

/**
 * Rows sent as one parameter, to change many rows at once: `.from(listedRows('change', ['id', 'name'], rows))`, then
 * `.whereRef('unit.id', '=', 'change.id')`.
 */
export function listedRows<Alias extends string, Row extends Record<string, Cell>>(
  alias: Alias,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): AliasedRawBuilder<Row, Alias> {
  const named = columns.map((name, place) => sql`value ->> ${sql.lit(place)} as ${sql.ref(name)}`);
  const values = JSON.stringify(rows.map((row) => columns.map((name) => row[name])));
  return sql<Row>`(select ${sql.join(named)} from json_each(${values}))`.as(alias);
}
