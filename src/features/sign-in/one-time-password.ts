import { randomInt } from 'node:crypto';

// Without letters and digits that are taken for one another when read aloud or copied by hand.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const LETTERS_PER_GROUP = 4;

/** A password to be used once, about 79 bits: four groups of four letters. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: LETTERS_PER_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
