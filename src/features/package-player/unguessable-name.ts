import { randomBytes } from 'node:crypto';

/** 160 random bits as letters and digits that a host name may have. */
export function unguessableName(): string {
  return BigInt(`0x1${randomBytes(20).toString('hex')}`).toString(36);
}
