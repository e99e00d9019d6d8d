import type { ReminderState } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';

/** A person of a sending, and what became of their letter. */
export interface Recipient {
  /** Of their row: the same person stands in other sendings under another one. */
  reminderId: string;
  givenName: string;
  familyName: string;
  hrNumber: string | null;
  /** Where they are today. */
  units: string;
  address: string | null;
  state: ReminderState;
  sentAt: Instant | null;
  failure: string | null;
}
