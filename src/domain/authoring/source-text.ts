/** The text of one file, with what is needed to say at which line something stands. */
export interface SourceText {
  file: string;
  text: string;
  /** Offset of the first character of each line. */
  lineStarts: number[];
}

/** Takes a file as it was typed: no byte-order mark, line ends LF, composed accents. */
export function createSourceText(file: string, typed: string): SourceText {
  const text = typed.replaceAll('\uFEFF', '').replace(/\r\n?/g, '\n').normalize('NFC');
  const lineStarts = [0];
  for (const lineEnd of text.matchAll(/\n/g)) lineStarts.push(lineEnd.index + 1);
  return { file, text, lineStarts };
}

/** Line and column, both from 1, of an offset. */
export function positionAt(source: SourceText, offset: number): { line: number; column: number } {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lineStart(source, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lineStart(source, low) + 1 };
}

function lineStart(source: SourceText, index: number): number {
  return source.lineStarts[index] ?? 0;
}
