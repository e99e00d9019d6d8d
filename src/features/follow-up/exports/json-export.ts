import type { Emit, ExportDocument } from './export-document.ts';
import { Fingerprint } from './fingerprint.ts';

/** Writes a list as JSON, for other programs: days as `YYYY-MM-DD`, lines as lists in the order of the columns. */
export async function writeJson({ title, heading, columns, lines }: ExportDocument, emit: Emit): Promise<void> {
  const encoder = new TextEncoder();
  const fingerprint = new Fingerprint();
  const titles = columns.map((column) => column.title);
  for (const line of [...heading, titles]) fingerprint.add(line);
  const head = {
    title,
    heading: Object.fromEntries(heading),
    columns: columns.map(({ title, kind }) => ({ title, kind })),
  };
  await emit(encoder.encode(`${JSON.stringify(head).slice(0, -1)},"lines":[`));
  let isFirst = true;
  for await (const piece of lines) {
    if (piece.length === 0) continue;
    for (const cells of piece) fingerprint.add(cells);
    const text = piece.map((cells) => JSON.stringify(cells)).join(',\n');
    await emit(encoder.encode(`${isFirst ? '\n' : ',\n'}${text}`));
    isFirst = false;
  }
  await emit(encoder.encode(`\n],"fingerprint":${JSON.stringify(fingerprint.end())}}\n`));
}
