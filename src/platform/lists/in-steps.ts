import { setImmediate as otherWork } from 'node:timers/promises';

const ROWS_PER_STEP = 500;

/** Rows that are read one after the other, some at a time; between two steps, whatever else this thread has in hand. */
export async function* inSteps<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let step: Row[] = [];
  for await (const row of rows) {
    step.push(row);
    if (step.length < ROWS_PER_STEP) continue;
    yield step;
    step = [];
    await otherWork();
  }
  if (step.length > 0) yield step;
}

/** Rows that are read by pages, the first page first. */
export async function* byPages<Row>(
  readPage: (page: { limit: number; offset: number }) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let offset = 0; ; offset += ROWS_PER_STEP) {
    const rows = await readPage({ limit: ROWS_PER_STEP, offset });
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_PER_STEP) return;
  }
}
