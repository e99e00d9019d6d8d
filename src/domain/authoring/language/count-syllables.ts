const VOWELS = /[aàâeéèêëiîïoôuùûüyœæ]+/g;

/**
 * Syllables of a French word by its spelling: groups of vowels, without the silent endings, and with a cut where an
 * accent makes two vowels be said apart. A word out of ten is off by one, both ways, which a lesson evens out.
 */
export function countSyllables(word: string): number {
  const parts = word.toLowerCase().split(/[^\p{L}]+/u);
  return parts.filter((part) => part !== '').reduce((total, part) => total + countInPart(part), 0);
}

function countInPart(part: string): number {
  const spoken = part
    .replace(/qu(?=[aàâeéèêiîoô])/g, 'q')
    .replace(/gu(?=[eéèêiî])/g, 'g')
    .replace(/([aeo])([ïë])/g, '$1-$2')
    .replace(/([éè])([aeiouœ])(?!$|s$)/g, '$1-$2')
    .replace(/éa$/, 'é-a')
    .replace(/([ao])([éè])/g, '$1-$2')
    .replace(/(?<=[ai][iy])ent$/, '')
    .replace(/(?<=[^aeiouyéèêœ])es?$|(?<=[aeiouyéèêœ])es?$/, '');
  return Math.max(1, spoken.match(VOWELS)?.length ?? 0);
}
