import type { GlossaryTerm } from '../settings/glossary-settings.ts';

/** Where a text mentions a term. */
export interface Mention {
  id: string;
  start: number;
  end: number;
}

/** A term's forms as one pattern, which finds whole words only. */
export interface MentionPattern {
  id: string;
  pattern: RegExp;
}

const BEFORE = '(?<![\\p{L}\\p{N}-])';
const AFTER = '(?![\\p{L}\\p{N}-])';

/**
 * The pattern of a term, as a French reader recognises it: at the head of a sentence or in capitals, with or without
 * the accent of a capital, in the plural. An accent on a small letter makes another word: « viole » is not « violé ».
 */
export function mentionPattern({ id, forms }: GlossaryTerm): MentionPattern {
  const longestFirst = forms.toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(`${BEFORE}(?:${longestFirst.map(formPattern).join('|')})${AFTER}`, 'gu');
  return { id, pattern };
}

/** The mentions in a text, from left to right; where two overlap, the first one, and the longest of those. */
export function findMentions(text: string, patterns: readonly MentionPattern[]): Mention[] {
  const found = patterns.flatMap(({ id, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ id, start: match.index, end: match.index + match[0].length })),
  );
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const mentions: Mention[] = [];
  for (const mention of found) {
    if (mention.start >= (mentions.at(-1)?.end ?? 0)) mentions.push(mention);
  }
  return mentions;
}

function formPattern(form: string): string {
  const words = form.split(/[\s\u00A0\u202F]+/);
  return words.map((word) => [...word].map(letterPattern).join('') + pluralOf(word)).join('[\\s\\u00A0\\u202F]+');
}

function letterPattern(letter: string): string {
  if (letter === '’' || letter === "'") return "[’']";
  if (letter === '-') return '[-\u2011]';
  const capital = letter.toUpperCase();
  if (!/^\p{L}$/u.test(letter) || capital.length !== 1) return letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (letter === capital) return letter;
  const bareCapital = capital.normalize('NFD').charAt(0);
  return `[${letter}${capital}${bareCapital === capital ? '' : bareCapital}]`;
}

function pluralOf(word: string): string {
  return /[\p{L}]$/u.test(word) && !/[sxz]$/i.test(word) ? '[sSxX]?' : '';
}
