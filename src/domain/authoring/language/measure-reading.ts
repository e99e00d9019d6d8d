import { countSyllables } from './count-syllables.ts';
import type { Passage } from './passage.ts';
import { splitSentences } from './split-sentences.ts';
import { splitWords } from './split-words.ts';

/** How much there is to read, and how easily. */
export interface Reading {
  /** Titles and cells included. */
  words: number;
  wordsPerSentence: number;
  syllablesPerWord: number;
  /** From 0, very hard, to 100, very easy; null without a sentence. */
  ease: number | null;
}

/**
 * Measures some passages by Kandel and Moles (1958), Flesch’s reading ease fitted to French:
 * 207 − 1.015 × words per sentence − 73.6 × syllables per word. Figures and article numbers are no words to spell, so
 * they are left out, as are titles and cells, which are no sentences.
 */
export function measureReading(passages: readonly Passage[]): Reading {
  const words = passages.reduce((total, { text }) => total + splitWords(text).length, 0);
  const sentences = passages.filter(({ isProse }) => isProse).flatMap(({ text }) => splitSentences(text));
  const spelt = sentences.flatMap(({ text }) => splitWords(text)).filter((word) => /\p{L}{2}|[aàyôœ]/iu.test(word));
  if (spelt.length === 0) return { words, wordsPerSentence: 0, syllablesPerWord: 0, ease: null };
  const wordsPerSentence = spelt.length / sentences.length;
  const syllablesPerWord = spelt.reduce((total, word) => total + countSyllables(word), 0) / spelt.length;
  const ease = 207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord;
  return { words, wordsPerSentence, syllablesPerWord, ease: Math.round(Math.min(100, Math.max(0, ease))) };
}
