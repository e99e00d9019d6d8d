/**
 * An HR number as it is kept and compared: in capitals, in one piece, with plain hyphens. Files and hands write the same number
 * in several ways (« d 00012 », with a no-break space, with a dash), and it names one person.
 */
export function hrNumberOf(text: string): string {
  if (CANONICAL.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .toUpperCase();
}

const CANONICAL = /^[A-Z0-9-]*$/;

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
  return text
    .split(/[\s,;]+/)
    .map(hrNumberOf)
    .filter(Boolean);
}
