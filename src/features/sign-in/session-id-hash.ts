import { createHash } from 'node:crypto';

/** Lucia's session id is the secret itself, so the database keeps only its SHA-256 (Decision 3). */
export function sessionIdHash(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}
