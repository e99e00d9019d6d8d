import type { Reporter } from '../reporter.ts';

/** A stretch of text that a reader sees: a paragraph, a heading, the value of an attribute. */
export interface Passage {
  text: string;
  /** False for titles, cells and other labels: they are words, but no sentence. */
  isProse: boolean;
  /** Where in the file the character at `index` of the text stands, or close before it. */
  offsetAt(index: number): number;
}

/** All the passages of one file. */
export interface PageText {
  /** The lesson's slug; null for the assessment and the glossary. */
  lesson: string | null;
  passages: readonly Passage[];
  report: Reporter;
}
