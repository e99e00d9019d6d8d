/**
 * A number for each of hundreds of thousands of texts, in some thirty bytes each: a Map of strings takes five times as
 * much, and leaves it to the garbage collector. Texts are kept whole, one after the other, so that none is taken for
 * another; half of a surrogate pair is no text.
 */
export class TextNumbers {
  /** Every text in UTF-8, preceded by its length in four bytes. */
  #texts = Buffer.allocUnsafeSlow(64 * 1024);
  #textsEnd = 0;
  /** Two cells for each place: 1 + where its text stands, and its number; half of the places are free. */
  #places = new Uint32Array(2 * 1024);
  #count = 0;
  #written = Buffer.allocUnsafeSlow(1024);

  get(text: string): number | undefined {
    const place = this.#placeOf(this.#write(text));
    return this.#places[place] === 0 ? undefined : this.#places[place + 1];
  }

  has(text: string): boolean {
    return this.get(text) !== undefined;
  }

  /** @param value a whole number below 2³² */
  set(text: string, value: number): void {
    const length = this.#write(text);
    const place = this.#placeOf(length);
    if (this.#places[place] === 0) {
      this.#places[place] = 1 + this.#append(length);
      this.#count += 1;
    }
    this.#places[place + 1] = value;
    if (4 * this.#count > this.#places.length) this.#grow();
  }

  /** Puts the text where its bytes can be looked at; gives how many there are. */
  #write(text: string): number {
    if (text.length * 3 > this.#written.length) this.#written = Buffer.allocUnsafeSlow(text.length * 3);
    return this.#written.write(text);
  }

  /** Where the text that was just written is, or would be. */
  #placeOf(length: number): number {
    const last = this.#places.length - 1;
    for (let place = 2 * hashOf(this.#written, 0, length); ; place += 2) {
      place &= last;
      const at = this.#places[place]!;
      if (at === 0 || this.#isAt(at - 1, length)) return place;
    }
  }

  #isAt(at: number, length: number): boolean {
    if (this.#texts.readUInt32LE(at) !== length) return false;
    for (let byte = 0; byte < length; byte += 1) if (this.#texts[at + 4 + byte] !== this.#written[byte]) return false;
    return true;
  }

  #append(length: number): number {
    const at = this.#textsEnd;
    this.#textsEnd = at + 4 + length;
    if (this.#textsEnd > this.#texts.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#textsEnd, Math.ceil(this.#texts.length * 1.5)));
      this.#texts.copy(larger, 0, 0, at);
      this.#texts = larger;
    }
    this.#texts.writeUInt32LE(length, at);
    this.#written.copy(this.#texts, at + 4, 0, length);
    return at;
  }

  #grow(): void {
    const former = this.#places;
    this.#places = new Uint32Array(2 * former.length);
    const last = this.#places.length - 1;
    for (let from = 0; from < former.length; from += 2) {
      if (former[from] === 0) continue;
      const at = former[from]! - 1;
      let place = (2 * hashOf(this.#texts, at + 4, this.#texts.readUInt32LE(at))) & last;
      while (this.#places[place] !== 0) place = (place + 2) & last;
      this.#places[place] = former[from]!;
      this.#places[place + 1] = former[from + 1]!;
    }
  }
}

/** Files come from outside: without a secret, one could be made of which every text falls on the same place. */
const SECRET = crypto.getRandomValues(new Uint32Array(1))[0]!;

/** FNV-1a, stirred at the end since places are its low bits. */
function hashOf(bytes: Uint8Array, from: number, length: number): number {
  let hash = SECRET;
  for (let at = from; at < from + length; at += 1) hash = Math.imul(hash ^ bytes[at]!, 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return (hash ^ (hash >>> 16)) >>> 0;
}
