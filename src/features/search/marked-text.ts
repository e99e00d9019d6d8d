/** What SQLite puts around a word that was found: characters that no indexed text holds. */
export const MARK_START = '\uE000';
export const MARK_END = '\uE001';

/** A stretch of plain text, found or around. */
export interface TextStretch {
  text: string;
  isMatch: boolean;
}

/** Cuts a marked text, so that a page escapes each stretch and sets the marks itself. */
export function stretchesOf(marked: string): TextStretch[] {
  return marked
    .split(MARK_START)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isMatch: false }];
      const [found = '', ...after] = part.split(MARK_END);
      return [
        { text: found, isMatch: true },
        { text: after.join(''), isMatch: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
