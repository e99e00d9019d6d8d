import type { Instant } from '../time/instant.ts';

/** Who changes something, when, and through which request; every command takes one. */
export interface Act {
  /** A person's id; null for the command line and the first start. */
  by: string | null;
  at: Instant;
  requestId: string | null;
}
