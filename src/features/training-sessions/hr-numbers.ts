/** The HR numbers of a pasted text, one each time: by line, or between spaces, commas, semicolons or tabs. */
export function parseHrNumbers(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}
