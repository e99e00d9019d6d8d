/** Whole numbers that come one by one, in four bytes each; a list of numbers takes twice as much, and leaves it behind as it grows. */
export class GrowingNumbers {
  #numbers = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(Math.ceil(this.#numbers.length * 1.5));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  at(place: number): number {
    return this.#numbers[place]!;
  }

  set(place: number, number: number): void {
    this.#numbers[place] = number;
  }

  /** The numbers in a memory of their very size. */
  toArray(): Int32Array {
    return this.#numbers.slice(0, this.#length);
  }
}
