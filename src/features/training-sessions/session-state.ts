import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

export const SESSION_STATES = ['to-come', 'to-close', 'closed', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** What decides the state of a session. */
export interface SessionDates {
  heldOn: CivilDate;
  closedAt: Instant | null;
  cancelledAt: Instant | null;
}

export function sessionState({ heldOn, closedAt, cancelledAt }: SessionDates, today: CivilDate): SessionState {
  if (cancelledAt !== null) return 'cancelled';
  if (closedAt !== null) return 'closed';
  return heldOn > today ? 'to-come' : 'to-close';
}

export const SESSION_STATE_NAMES: Record<SessionState, string> = {
  'to-come': 'à venir',
  'to-close': 'à clôturer',
  closed: 'clôturée',
  cancelled: 'annulée',
};
