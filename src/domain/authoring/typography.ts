const NO_BREAK = '\u00A0';
const NARROW_NO_BREAK = '\u202F';

const SPACES = '[ \\t\\u00A0\\u202F]';
const WORD_END = '(?![\\p{L}\\p{N}])';
const UNITS = 'km|cm|mm|m²|m|kg|g|h|min|s|j|ans?|mois|semaines?|jours?|heures?|minutes?|secondes?|euros?|Mo|Go|Ko';
const NUMBERED = 'articles?|art\\.|alinéas?|chapitres?|leçons?|modules?|pages?|p\\.|n°|nº|L\\.|R\\.|D\\.';

/** What must stay as typed: web and mail addresses. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>«»]+|[^\s@<>«»]+@[^\s@<>«»]+/gu;

/** In order: each rule sees what the ones before it have written. */
const RULES: readonly [RegExp, string][] = [
  // Apostrophes, which always follow a letter or a figure in French.
  [/(?<=[\p{L}\p{N}])'/gu, '’'],
  // Inside quotation marks.
  [pattern(`«${SPACES}*(?=[^\\s»])`), `«${NO_BREAK}`],
  [pattern(`(?<=[^\\s«])${SPACES}*»`), `${NO_BREAK}»`],
  [pattern(`«${SPACES}+$`), `«${NO_BREAK}`],
  [pattern(`^${SPACES}+»`), `${NO_BREAK}»`],
  // Before tall punctuation: spaced by the author, or stuck to its word at the end of it.
  [pattern(`${SPACES}+(?=[;!?](?:[\\s;!?.…»)\\]’]|$))`), NARROW_NO_BREAK],
  [pattern(`(?<=[\\p{L}\\p{N}»)\\]’…])(?=[;!?](?:[\\s;!?.…»)\\]]|$))`), NARROW_NO_BREAK],
  [pattern(`${SPACES}+(?=:(?:\\s|$))`), NO_BREAK],
  [pattern(`(?<=[\\p{L}»)\\]])(?=:(?:\\s|$))`), NO_BREAK],
  // Numbers: groups of thousands, then what they count.
  [pattern(`(?<=(?<![\\p{L}\\p{N}.,-])\\d{1,3}(?:${SPACES}\\d{3})*)${SPACES}(?=\\d{3}${WORD_END})`), NARROW_NO_BREAK],
  [pattern(`(?<=\\d)${SPACES}*(?=[%‰€])`), NARROW_NO_BREAK],
  [pattern(`(?<=\\d)${SPACES}(?=(?:${UNITS})${WORD_END})`), NO_BREAK],
  [pattern(`(?<=(?<![\\p{L}\\p{N}])(?:${NUMBERED}))${SPACES}(?=(?:[LRD]\\.?${SPACES}?)?\\d)`, 'giu'), NO_BREAK],
];

/** Sets a text by the rules of French typography: no-break spaces and apostrophes. Setting it twice changes nothing. */
export function typeset(text: string): string {
  let set = '';
  let from = 0;
  for (const address of text.matchAll(ADDRESS)) {
    set += setWords(text.slice(from, address.index)) + address[0];
    from = address.index + address[0].length;
  }
  return set + setWords(text.slice(from));
}

function setWords(words: string): string {
  return RULES.reduce((text, [found, replacement]) => text.replace(found, replacement), words);
}

function pattern(source: string, flags = 'gu'): RegExp {
  return new RegExp(source, flags);
}
