/**
 * Where each of `count` elements is shown, by its place in the right order: always the same for one exercise, so that a
 * page read twice does not move, and never the right order.
 */
export function shuffledPlaces(exerciseId: string, count: number): number[] {
  const next = numbersFrom(exerciseId);
  const places = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = next() % (last + 1);
    [places[last], places[other]] = [places[other] ?? 0, places[last] ?? 0];
  }
  const isRightOrder = places.every((place, index) => place === index);
  return isRightOrder ? places.map((place) => (place + 1) % count) : places;
}

/** Numbers that look drawn and depend only on `seed`: FNV-1a to start from, then mulberry32. */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
