import type { Emit, ExportDocument } from './export-document.ts';
import { ListFingerprint } from './fingerprint.ts';

/**
 * Writes a list as JSON, for other programs: days as `YYYY-MM-DD`, moments in UTC, lines as lists in the order of the columns.
 * @returns the fingerprint
 */
export async function writeJson(document: ExportDocument, emit: Emit): Promise<string> {
  const { title, heading, columns, lines } = document;
  const encoder = new TextEncoder();
  const fingerprint = new ListFingerprint(document);
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
  const stated = fingerprint.end();
  await emit(encoder.encode(`\n],"fingerprint":${JSON.stringify(stated)}}\n`));
  return stated;
}
