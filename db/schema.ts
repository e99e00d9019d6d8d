/** Rows of the database: one file for each feature that owns (alone writes) its tables. */

import type { AccountTables } from './schema/account.ts';
import type { AssessmentsTables } from './schema/assessments.ts';
import type { FollowUpTables } from './schema/follow-up.ts';
import type { ImportsTables } from './schema/imports.ts';
import type { JournalTables } from './schema/journal.ts';
import type { LearningTables } from './schema/learning.ts';
import type { ObligationsTables } from './schema/obligations.ts';
import type { PeopleTables } from './schema/people.ts';
import type { PublishingTables } from './schema/publishing.ts';
import type { RemindersTables } from './schema/reminders.ts';
import type { SearchTables } from './schema/search.ts';
import type { SignInTables } from './schema/sign-in.ts';
import type { TrainingSessionsTables } from './schema/training-sessions.ts';

export type { ImportState } from './schema/imports.ts';
export type { ReminderAudience, ReminderState, SendingKind } from './schema/reminders.ts';
export type { AbsenceCategory, PersonStatus, ReleaseKind, Role } from './schema/columns.ts';

export interface Database
  extends
    AccountTables,
    AssessmentsTables,
    FollowUpTables,
    ImportsTables,
    JournalTables,
    LearningTables,
    ObligationsTables,
    PeopleTables,
    PublishingTables,
    RemindersTables,
    SearchTables,
    SignInTables,
    TrainingSessionsTables {
  installation: { key: string; value: string };
}
