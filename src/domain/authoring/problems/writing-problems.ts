import type { Finding } from '../problem.ts';

/** What makes a lesson harder to read or to keep in mind, said to a trainer. */

export function longSentence(words: number, most: number): Finding {
  return {
    code: 'phrase-longue',
    message: `Cette phrase compte ${words} mots.`,
    remedy: `Coupez-la : ${most} mots au plus, une idée par phrase.`,
  };
}

export function hardToRead(ease: number, wanted: number, wordsPerSentence: number, syllablesPerWord: number): Finding {
  const [words, syllables] = [wordsPerSentence, syllablesPerWord].map((mean) => mean.toFixed(1).replace('.', ','));
  return {
    code: 'lecture-difficile',
    message: `Cette leçon se lit difficilement : ${ease} sur 100, ${words} mots par phrase et ${syllables} syllabes par mot.`,
    remedy: `Visez ${wanted} ou plus : des phrases plus courtes, des mots plus courants.`,
  };
}

export function noKeyPoints(): Finding {
  return {
    code: 'sans-a-retenir',
    message: 'Cette leçon ne dit pas ce qu’il faut retenir.',
    remedy: 'Finissez-la par <Encadre titre="À retenir" ton="retenir">…</Encadre>.',
  };
}
