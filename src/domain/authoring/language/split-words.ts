const GROUPED_NUMBER = /(?<=\d)[ \u00A0\u202F](?=\d{3}(?!\d))/g;

/** The words of a text as a word processor counts them: « l’écoute » and « 45 000 » are one, a sign alone is none. */
export function splitWords(text: string): string[] {
  const whole = text.replace(GROUPED_NUMBER, '');
  return whole.split(/[\s\u00A0\u202F]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
