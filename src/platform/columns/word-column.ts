import { GrowingNumbers } from './growing-numbers.ts';

/** Texts of which few are different, or null: each is kept once, and its number for each row. */
export class WordColumn<Word extends string | null> {
  /** The different ones, in the order in which they came. */
  readonly words: Word[] = [];
  readonly #numberOf = new Map<Word, number>();
  #numbers: GrowingNumbers | Int32Array = new GrowingNumbers();

  push(word: Word): void {
    let number = this.#numberOf.get(word);
    if (number === undefined) {
      number = this.words.push(word) - 1;
      this.#numberOf.set(word, number);
    }
    (this.#numbers as GrowingNumbers).push(number);
  }

  at(place: number): Word {
    return this.words[this.#numbers.at(place)!]!;
  }

  /** Puts the rows in another order, once all of them have come. */
  arrange(places: Uint32Array): void {
    const numbers = this.#numbers;
    this.#numbers = Int32Array.from(places, (place) => numbers.at(place)!);
    this.#numberOf.clear();
  }
}
