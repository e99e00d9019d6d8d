import { GrowingNumbers } from './growing-numbers.ts';
import { TextIndex } from './text-index.ts';

/**
 * A number for each of hundreds of thousands of texts: a Map of strings takes several times as much, and leaves it to the
 * garbage collector. Texts are kept whole, so that none is taken for another.
 */
export class TextNumbers {
  readonly #index = new TextIndex();
  readonly #numbers = new GrowingNumbers();

  get(text: string): number | undefined {
    const place = this.#index.placeOf(text);
    return place === -1 ? undefined : this.#numbers.at(place);
  }

  has(text: string): boolean {
    return this.#index.placeOf(text) !== -1;
  }

  /** @param number a whole number below 2³¹ */
  set(text: string, number: number): void {
    const place = this.#index.add(text);
    if (place === this.#numbers.length) this.#numbers.push(number);
    else this.#numbers.set(place, number);
  }
}
