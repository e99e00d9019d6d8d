/** The HR numbers of a pasted text, one each time: by line, or between spaces, commas, semicolons or tabs. */
export function parseHrNumbers(text: string): string[] {
  return [...new Set(pastedNumbers(text))];
}

/** Those that a pasted text holds more than once, in its order. */
export function doubledNumbers(text: string): string[] {
  const numbers = pastedNumbers(text);
  return [...new Set(numbers.filter((number, place) => numbers.indexOf(number) !== place))];
}

function pastedNumbers(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}
