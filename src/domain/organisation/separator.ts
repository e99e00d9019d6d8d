export const SEPARATORS = [';', ',', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

export const SEPARATOR_NAMES: Record<Separator, string> = {
  ';': 'point-virgule',
  ',': 'virgule',
  '\t': 'tabulation',
};

/** What separates the cells: what comes most often in the first line, outside quotes. */
export function detectSeparator(firstLine: string): Separator {
  const bare = firstLine.replace(/"(?:[^"]|"")*"?/g, '');
  const countOf = (separator: Separator) => bare.split(separator).length - 1;
  return [...SEPARATORS].sort((one, other) => countOf(other) - countOf(one))[0]!;
}
