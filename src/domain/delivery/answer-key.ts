/** Of a text, 32 bytes (SHA-256): where it is computed depends on where this runs. */
export type Hash = (text: string) => Uint8Array;

/**
 * What an exercise or a question answers, as a package without a server has to carry it: neither in clear, nor out of reach of
 * whoever tries every place.
 */
export interface AnswerKey {
  /** Makes its hashes its own. */
  salt: string;
  /** For each part (a choice, an element), the hash of its right place, in hexadecimal. */
  parts: string[];
  /** What there is to say of each part; only the right places open it. */
  sealed: string;
}

export interface Answer {
  /** For each part: of a choice, 1 when it is right and 0 when it is not; of an element, its group or its rank from 0. */
  places: number[];
  explanations: string[];
}

/** Hides an answer; the same answer with the same salt is always hidden alike. */
export function hideAnswer({ places, explanations }: Answer, salt: string, hash: Hash): AnswerKey {
  return {
    salt,
    parts: places.map((place, part) => hexadecimal(hash(placeText(salt, part, place)))),
    sealed: toBase64(masked(new TextEncoder().encode(JSON.stringify(explanations)), sealText(salt, places), hash)),
  };
}

/**
 * Finds the answer again, by trying each place of each part.
 * @param placeCount how many places a part may have
 * @throws a RangeError when no place gives the hash: the package was changed
 */
export function findAnswer({ salt, parts, sealed }: AnswerKey, placeCount: number, hash: Hash): Answer {
  const tried = Array.from({ length: placeCount }, (_, place) => place);
  const places = parts.map((key, part) => {
    const right = tried.find((place) => hexadecimal(hash(placeText(salt, part, place))) === key);
    if (right === undefined) throw new RangeError(`no place gives the hash of part ${part}`);
    return right;
  });
  const opened = masked(fromBase64(sealed), sealText(salt, places), hash);
  return { places, explanations: JSON.parse(new TextDecoder().decode(opened)) as string[] };
}

const placeText = (salt: string, part: number, place: number) => [salt, part, place].join('\n');

const sealText = (salt: string, places: readonly number[]) => [salt, ...places].join('.');

/** Done twice, it gives the bytes back: each is crossed with those of the hashes of a secret and a count. */
function masked(bytes: Uint8Array, secret: string, hash: Hash): Uint8Array {
  const size = 32;
  const masks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, turn) => hash(`${secret}\n${turn}`));
  return bytes.map((byte, at) => byte ^ masks[Math.floor(at / size)]![at % size]!);
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
