import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256, at once and without a secure context: a page opened from a folder, or over HTTP, has no `crypto.subtle`. */
export const hash = (text: string): Uint8Array => sha256(utf8ToBytes(text));
