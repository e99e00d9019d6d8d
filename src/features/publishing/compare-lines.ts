/** A line of a comparison; `skipped` stands for lines that are the same. */
export interface ComparedLine {
  kind: 'same' | 'added' | 'removed' | 'skipped';
  text: string;
}

const MAX_LINES = 2000;
const CONTEXT_LINES = 2;

/** The lines that differ between two texts, each change with the lines around it. */
export function compareLines(before: string, after: string): ComparedLine[] {
  return withoutFarLines(allLines(before.split('\n'), after.split('\n')));
}

function allLines(before: string[], after: string[]): ComparedLine[] {
  if (before.length > MAX_LINES || after.length > MAX_LINES)
    return [...before.map((text) => line('removed', text)), ...after.map((text) => line('added', text))];
  const common = commonLengths(before, after);
  const lines: ComparedLine[] = [];
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    const [old, current] = [before[left], after[right]];
    if (old !== undefined && old === current) {
      lines.push(line('same', old));
      left += 1;
      right += 1;
    } else if (old !== undefined && (current === undefined || common[left + 1]![right]! >= common[left]![right + 1]!)) {
      lines.push(line('removed', old));
      left += 1;
    } else {
      lines.push(line('added', current ?? ''));
      right += 1;
    }
  }
  return lines;
}

/** How long the longest common run of lines is, from each pair of places on. */
function commonLengths(before: string[], after: string[]): Uint16Array[] {
  const common = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let left = before.length - 1; left >= 0; left -= 1)
    for (let right = after.length - 1; right >= 0; right -= 1)
      common[left]![right] =
        before[left] === after[right]
          ? common[left + 1]![right + 1]! + 1
          : Math.max(common[left + 1]![right]!, common[left]![right + 1]!);
  return common;
}

function withoutFarLines(lines: ComparedLine[]): ComparedLine[] {
  const isNear = (index: number) =>
    lines.slice(Math.max(0, index - CONTEXT_LINES), index + CONTEXT_LINES + 1).some(({ kind }) => kind !== 'same');
  const kept: ComparedLine[] = [];
  for (const [index, compared] of lines.entries()) {
    if (isNear(index)) kept.push(compared);
    else if (kept.at(-1)?.kind !== 'skipped') kept.push(line('skipped', '…'));
  }
  return kept;
}

function line(kind: ComparedLine['kind'], text: string): ComparedLine {
  return { kind, text };
}
