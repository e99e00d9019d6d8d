const MIN_LETTERS = 2;
const MAX_WORDS = 8;

/** Words that are everywhere: they say nothing of what is looked for. */
const EVERYWHERE = new Set(
  (
    'au aux avec ce ces cette dans de des du elle elles en est et eux il ils je la le les leur leurs lui ma mais me mes moi mon ne ' +
    'nos notre nous on ou où par pas pour qu que qui sa se ses si son sont suis sur ta te tes toi ton tu un une vos votre vous'
  ).split(' '),
);

/** The words of what somebody typed, in lower case, once each; those of two letters or more, and of some meaning when there are others. */
export function searchWords(typed: string): string[] {
  const words = typed
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= MIN_LETTERS);
  const telling = words.filter((word) => !EVERYWHERE.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MAX_WORDS);
}

/** The words as an expression of FTS5: each one, in all its spellings, begins a word of the text. */
export function matchExpression(words: readonly string[], which: 'all' | 'some'): string {
  const each = words.map((word) => `(${spellings(word).map(asPrefix).join(' OR ')})`);
  return each.join(which === 'all' ? ' AND ' : ' OR ');
}

/** A word holds letters and figures only, so nothing in it can close the quotation marks. */
function asPrefix(word: string): string {
  return `"${word}"*`;
}

/** A plural finds its singular; « cœur » and « coeur » find each other, which SQLite does not see as accents. */
function spellings(word: string): string[] {
  const stem = singular(word);
  return [...new Set([stem, stem.replaceAll('oe', 'œ'), stem.replaceAll('œ', 'oe')])];
}

function singular(word: string): string {
  return /^\p{L}{4,}[sx]$/u.test(word) && !/(ès|us|is|as|os)$/.test(word) ? word.slice(0, -1) : word;
}
