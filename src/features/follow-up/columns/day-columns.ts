import { NEVER } from '#domain/obligation/fact-columns.ts';
import { dayNumberOf, type CivilDate } from '#domain/time/civil-date.ts';
import { GrowingNumbers } from '#platform/columns/growing-numbers.ts';

/** Reads rows one by one into columns of numbers, without ever holding the rows. */
export async function columnsOf<Row>(
  count: number,
  rows: AsyncIterable<Row>,
  numbersOf: (row: Row) => readonly number[],
): Promise<Int32Array[]> {
  const columns = Array.from({ length: count }, () => new GrowingNumbers());
  for await (const row of rows) {
    const numbers = numbersOf(row);
    for (let place = 0; place < count; place += 1) columns[place]!.push(numbers[place]!);
  }
  return columns.map((numbers) => numbers.toArray());
}

const dayNumbers = new Map<string, number>();

/** The number of a day; the same days come hundreds of thousands of times. */
export function numberOfDay(date: string): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  const number = dayNumberOf(date as CivilDate);
  dayNumbers.set(date, number);
  return number;
}

/** The ends of a period as day numbers. */
export function daysOf({ from_date, to_date }: { from_date: string; to_date: string | null }): [number, number] {
  return [numberOfDay(from_date), to_date === null ? NEVER : numberOfDay(to_date)];
}
