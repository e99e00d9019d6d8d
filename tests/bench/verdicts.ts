/** One figure of the bench, beside what it is measured against. */
export interface Figure {
  what: string;
  /** As it is shown: « 87 ms ». */
  figure: string;
  /** What the same costs at the least, measured in the same run. */
  floor?: string;
  /** What it must not pass, in words. */
  limit?: string;
  /** Left out where there is no limit. */
  isHeld?: boolean;
}

const NOTHING = '—';

/** Prints figures with their floors, their limits and whether these are held; gives how many are not. */
export function tell(title: string, figures: readonly Figure[], say: (sentence: string) => void): number {
  const lines = figures.map(({ what, figure, floor = NOTHING, limit = NOTHING, isHeld }) => [
    what,
    figure,
    floor,
    limit,
    isHeld === undefined ? '' : isHeld ? 'tenu' : 'DÉPASSÉ',
  ]);
  const header = [title, 'mesure', 'plancher', 'limite', ''];
  const widths = header.map((_, column) => Math.max(...[header, ...lines].map((line) => line[column]!.length)));
  say('');
  for (const line of [header, ...lines])
    say(
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('   ')
        .trimEnd(),
    );
  return figures.filter(({ isHeld }) => isHeld === false).length;
}

/** « 87 ms » or « 12,4 s ». */
export function duration(ms: number): string {
  return ms < 2000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}

/** A figure in milliseconds that must stay below a limit. */
export function timed(what: string, ms: number, limitInMs: number, more: Partial<Figure> = {}): Figure {
  return {
    what,
    figure: duration(ms),
    limit: `moins de ${duration(limitInMs)}`,
    isHeld: ms < limitInMs,
    ...more,
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
