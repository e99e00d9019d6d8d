import type { Reporter } from '../reporter.ts';
import { hardToRead, longSentence } from '../problems/writing-problems.ts';
import type { Reading } from './measure-reading.ts';
import type { Passage } from './passage.ts';
import { splitSentences } from './split-sentences.ts';
import { splitWords } from './split-words.ts';

const MOST_WORDS_IN_A_SENTENCE = 35;

/** Notes each sentence that is too long to be followed at one reading. */
export function checkSentences(passages: readonly Passage[], report: Reporter): void {
  for (const { text, isProse, offsetAt } of passages) {
    if (!isProse) continue;
    for (const sentence of splitSentences(text)) {
      const words = splitWords(sentence.text).length;
      if (words > MOST_WORDS_IN_A_SENTENCE)
        report.notice(offsetAt(sentence.start), longSentence(words, MOST_WORDS_IN_A_SENTENCE));
    }
  }
}

/**
 * By Kandel and Moles, 60 to 70 is what a general adult public reads without effort. Measured on what we write from: the
 * penal code gives 56 at best, an instruction of the ministry 0 to 25, and the thirty-two lessons of the initial training
 * 74 to 89. A lesson under 65 has let the language of its sources in.
 */
const WANTED_EASE = 65;
/** The measure was made on samples of a hundred words; on fewer, one long word decides. */
const FEWEST_WORDS = 100;

/** Notes a lesson that a general adult public would find hard. */
export function checkReading({ words, ease, wordsPerSentence, syllablesPerWord }: Reading, report: Reporter): void {
  if (ease === null || ease >= WANTED_EASE || words < FEWEST_WORDS) return;
  report.notice(0, hardToRead(ease, WANTED_EASE, wordsPerSentence, syllablesPerWord));
}
