import { TextColumn } from './text-column.ts';

/** Finds the place of a text in a column where each is there once, at the cost of eight bytes for each. */
export class TextIndex {
  readonly texts: TextColumn;
  /** 1 + a place, where the hash of its text leads; half of it is free. */
  #slots = new Uint32Array(1024);
  #written = Buffer.allocUnsafeSlow(1024);

  /** @param texts a column of which every text is another; it may be empty */
  constructor(texts = new TextColumn()) {
    this.texts = texts;
    if (texts.length > 0) this.#fill();
  }

  /** -1 when it is not there. */
  placeOf(text: string): number {
    return this.#slots[this.#slotOf(this.#write(text))]! - 1;
  }

  /** The place of a text, which is added when it is not there. */
  add(text: string): number {
    const slot = this.#slotOf(this.#write(text));
    const known = this.#slots[slot]! - 1;
    if (known !== -1) return known;
    this.texts.push(text);
    this.#slots[slot] = this.texts.length;
    if (2 * this.texts.length > this.#slots.length) this.#fill();
    return this.texts.length - 1;
  }

  /** Puts the text where its bytes can be looked at; gives how many there are. */
  #write(text: string): number {
    if (text.length * 3 > this.#written.length) this.#written = Buffer.allocUnsafeSlow(text.length * 3);
    return this.#written.write(text);
  }

  /** Where the text that was just written is, or would be. */
  #slotOf(length: number): number {
    const last = this.#slots.length - 1;
    for (let slot = hashOf(this.#written, length) & last; ; slot = (slot + 1) & last) {
      const found = this.#slots[slot]!;
      if (found === 0 || this.texts.isAt(found - 1, this.#written, length)) return slot;
    }
  }

  #fill(): void {
    let size = this.#slots.length;
    while (size < 2 * this.texts.length) size *= 2;
    this.#slots = new Uint32Array(2 * size);
    const last = this.#slots.length - 1;
    for (let place = 0; place < this.texts.length; place += 1) {
      const bytes = this.texts.bytesAt(place);
      let slot = hashOf(bytes, bytes.length) & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = place + 1;
    }
  }
}

/** Files come from outside: without a secret, one could be made of which every text falls on the same slot. */
const SECRET = crypto.getRandomValues(new Uint32Array(1))[0]!;

/** FNV-1a, stirred at the end since slots are its low bits. */
function hashOf(bytes: Uint8Array, length: number): number {
  let hash = SECRET;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ bytes[at]!, 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return (hash ^ (hash >>> 16)) >>> 0;
}
