import type { LaunchEnd } from '#domain/packaging/player-messages.ts';
import type { Instant } from '#domain/time/instant.ts';

/**
 * Why an opening serves the package no more; null while it does. What its tab had still to say counts all the same: an end
 * loses nothing. That another tab has it comes last: such a tab is still served, and must not be once it has no session.
 */
export function launchEnd(
  { endedAt, sessionHash, expiresAt }: { endedAt: Instant | null; sessionHash: string | null; expiresAt: Instant },
  now: Instant,
): LaunchEnd | null {
  if (sessionHash === null) return 'signed-out';
  if (now >= expiresAt) return 'expired';
  return endedAt === null ? null : 'taken-over';
}
