import type { Generated } from 'kysely';
import type { Instant, Json } from './columns.ts';

export interface RemindersTables {
  reminder_sending: ReminderSendingTable;
  reminder: ReminderTable;
  reminder_step: ReminderStepTable;
  /** Managers who do not want the weekly digest. */
  digest_refusal: { person_id: string; refused_at: Instant };
}

/** Chosen by somebody, a step of the schedule to persons or to their managers, the digest of a week. */
export type SendingKind = 'chosen' | 'step' | 'escalation' | 'digest';

/** `settled`: when their turn came, they had done it or were asked no more. */
export type ReminderState = 'pending' | 'taken' | 'sent' | 'failed' | 'no-address' | 'recent' | 'settled' | 'stopped';

export type ReminderAudience = 'person' | 'manager';

interface ReminderSendingTable {
  id: string;
  kind: SendingKind;
  /** Null for a digest, which is of every programme. */
  programme_id: string | null;
  /** The unit chosen, with all below it; null for everybody. */
  unit_id: string | null;
  choice: Generated<Json>;
  subject: string;
  /** What every person gets after the salutation. */
  body: string;
  prepared_at: Instant;
  prepared_by: string | null;
  /** Null while it is a preview: nothing leaves. */
  released_at: Instant | null;
  released_by: string | null;
  /** What the server sends at most once, « step … 2026-12-01 »; null for what somebody chose. */
  occasion: string | null;
  /** Why the mail server takes nothing at the moment; null once it takes mail again. */
  problem: string | null;
  problem_at: Instant | null;
}

interface ReminderTable {
  id: string;
  sending_id: string;
  person_id: string;
  /** The programme the person is reminded of; null for what a manager gets, which is no reminder of their own. */
  programme_id: string | null;
  address: string | null;
  /** What a manager gets, which is theirs alone; null for the body of the sending. */
  body: string | null;
  state: ReminderState;
  tries: Generated<number>;
  next_try_at: Instant | null;
  /** When it was handed to the mail server. */
  taken_at: Instant | null;
  sent_at: Instant | null;
  failure: string | null;
}

interface ReminderStepTable {
  programme_id: string;
  audience: ReminderAudience;
  days_before: number;
  added_at: Instant;
  added_by: string | null;
}
