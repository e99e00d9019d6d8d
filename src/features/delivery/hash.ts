import { createHash } from 'node:crypto';

/** SHA-256, as `client/hash.ts` computes it in a browser. */
export const hash = (text: string): Uint8Array => createHash('sha256').update(text).digest();
