import { GrowingNumbers } from './growing-numbers.ts';

/** Between two texts, so that nothing is found across them. */
const END = 0;

/**
 * Hundreds of thousands of texts in one memory, in UTF-8: a third of what they take as strings, and none of it for the
 * garbage collector to go through. Texts have no NUL and no half of a surrogate pair.
 */
export class TextColumn {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  /** Where each text begins, and where the next one will. */
  readonly #starts = new GrowingNumbers();

  constructor() {
    this.#starts.push(0);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  push(text: string): void {
    const start = this.#starts.at(this.length);
    const most = start + text.length * 3 + 1;
    if (most > this.#bytes.length) this.#resize(Math.max(most, Math.ceil(this.#bytes.length * 1.5)));
    const end = start + this.#bytes.write(text, start);
    this.#bytes[end] = END;
    this.#starts.push(end + 1);
  }

  at(place: number): string {
    return this.#bytes.toString('utf8', this.#starts.at(place), this.#starts.at(place + 1) - 1);
  }

  /** Whether the text at a place is made of these bytes. */
  isAt(place: number, bytes: Uint8Array, length: number): boolean {
    const start = this.#starts.at(place);
    if (this.#starts.at(place + 1) - 1 - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (this.#bytes[start + at] !== bytes[at]) return false;
    return true;
  }

  /** The bytes of a text, to be looked at until the next one is pushed. */
  bytesAt(place: number): Uint8Array {
    return this.#bytes.subarray(this.#starts.at(place), this.#starts.at(place + 1) - 1);
  }

  /** The same texts in another order, in a memory of their very size. */
  inOrder(places: ArrayLike<number>): TextColumn {
    const ordered = new TextColumn();
    ordered.#bytes = Buffer.allocUnsafeSlow(Math.max(1, this.#starts.at(this.length)));
    for (let at = 0; at < places.length; at += 1) {
      const from = this.#starts.at(places[at]!);
      const to = this.#starts.at(places[at]! + 1);
      const start = ordered.#starts.at(at);
      this.#bytes.copy(ordered.#bytes, start, from, to);
      ordered.#starts.push(start + to - from);
    }
    return ordered;
  }

  /** Marks with 1 the places of the texts that hold this one. */
  placesWith(part: string): Uint8Array {
    const found = new Uint8Array(this.length);
    const end = this.#starts.at(this.length);
    let place = 0;
    for (let from = 0; from < end; from = this.#starts.at(place)) {
      const at = this.#bytes.subarray(0, end).indexOf(part, from);
      if (at === -1) break;
      while (this.#starts.at(place + 1) <= at) place += 1;
      found[place] = 1;
      place += 1;
    }
    return found;
  }

  #resize(size: number): void {
    const larger = Buffer.allocUnsafeSlow(size);
    this.#bytes.copy(larger, 0, 0, this.#starts.at(this.length));
    this.#bytes = larger;
  }
}
