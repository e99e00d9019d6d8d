import type { ReminderState, SendingKind } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ReminderChoiceValues } from './reminder-choice.ts';

/** A sending: what is said, to whom it was chosen to be said, and how far it has come. */
export interface Sending {
  sendingId: string;
  kind: SendingKind;
  programme: { programmeId: string; slug: string; name: string; deadline: CivilDate } | null;
  /** Null for everybody. */
  unit: { unitId: string; code: string; name: string } | null;
  choice: ReminderChoiceValues;
  subject: string;
  body: string;
  preparedAt: Instant;
  /** Null for what the server sends by itself. */
  preparedBy: string | null;
  /** Null while it is a preview. */
  releasedAt: Instant | null;
  problem: string | null;
  problemAt: Instant | null;
}

export type ReminderCounts = Record<ReminderState, number>;

export const REMINDER_STATES = [
  'pending',
  'taken',
  'sent',
  'failed',
  'no-address',
  'recent',
  'settled',
  'stopped',
] as const satisfies readonly ReminderState[];

/** How many rows a sending has. */
export function rowsIn(counts: ReminderCounts): number {
  return REMINDER_STATES.reduce((total, state) => total + counts[state], 0);
}

/** Those whom it was to reach: they have an address, and were not reminded shortly before. */
export function addressedIn(counts: ReminderCounts): number {
  return rowsIn(counts) - counts['no-address'] - counts.recent;
}
