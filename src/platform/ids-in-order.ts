import { randomBytes } from 'node:crypto';
import type { Instant } from '#domain/time/instant.ts';

const COUNTER_BITS = 34n;
const RANDOM_BITS = 40n;
const RANDOM_AT_ONCE = 4096;
const BYTES_OF_ONE = 5;

/**
 * Identifiers in ascending order (UUID version 7: the time, a counter, then chance), for writing thousands of rows:
 * each index grows at one place instead of everywhere, which is several times faster.
 */
export function idsInOrder(at: Instant): () => string {
  const time = BigInt(Date.parse(at)).toString(16).padStart(12, '0');
  let counter = BigInt(randomBytes(2).readUInt16BE());
  let chance = Buffer.alloc(0);
  return () => {
    if (chance.length < BYTES_OF_ONE) chance = randomBytes(RANDOM_AT_ONCE * BYTES_OF_ONE);
    const random = BigInt(chance.readUIntBE(0, BYTES_OF_ONE));
    chance = chance.subarray(BYTES_OF_ONE);
    counter += 1n;
    const tail = ((counter << RANDOM_BITS) | random) & ((1n << (COUNTER_BITS + RANDOM_BITS)) - 1n);
    // 12 bits before the mark of the variant, 62 after it.
    const high = (tail >> 62n).toString(16).padStart(3, '0');
    const low = ((tail & ((1n << 62n) - 1n)) | (1n << 63n)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low.slice(0, 4)}-${low.slice(4)}`;
  };
}
