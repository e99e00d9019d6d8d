/** A sentence, and where it begins in its passage. */
export interface Sentence {
  text: string;
  start: number;
}

/** Ends of sentences: signs, quotation marks that close, then a space before a capital, or the end. */
const END = /[.!?…]+(?:[\s\u00A0\u202F]*[»)\]”])*(?=\s+[\p{Lu}\d«(“—–]|\s*$)/gu;
/** A full stop after these, or after a single capital, abbreviates and ends nothing. */
const ABBREVIATED = /(?:^|[\s(«’'])(?:art|al|chap|crim|cf|fig|no|p|pp|v|c|M|MM|Mme|Mmes|Dr|Pr|\p{Lu}(?:\.\p{Lu})*)\.$/u;

/** Cuts a passage into its sentences. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const end of text.matchAll(END)) {
    const stop = end.index + end[0].length;
    if (ABBREVIATED.test(text.slice(from, stop)) && stop < text.trimEnd().length) continue;
    addSentence(sentences, text, from, stop);
    from = stop;
  }
  addSentence(sentences, text, from, text.length);
  return sentences;
}

function addSentence(sentences: Sentence[], text: string, from: number, to: number): void {
  const typed = text.slice(from, to);
  if (/[\p{L}\p{N}]/u.test(typed)) sentences.push({ text: typed.trim(), start: from + typed.search(/\S/) });
}
