import { createHash } from 'node:crypto';

const LENGTH = 16;

/** Names a list of persons present: the same persons, the same mark. */
export function markOf(personIds: Iterable<string>): string {
  return createHash('sha256')
    .update([...personIds].sort().join(' '))
    .digest('hex')
    .slice(0, LENGTH);
}
