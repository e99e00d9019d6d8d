/** Rows of the database: one file for each feature that owns (alone writes) its tables. */

import type { AccountTables } from './schema/account.ts';
import type { AssessmentsTables } from './schema/assessments.ts';
import type { ImportsTables } from './schema/imports.ts';
import type { JournalTables } from './schema/journal.ts';
import type { LearningTables } from './schema/learning.ts';
import type { ObligationsTables } from './schema/obligations.ts';
import type { PeopleTables } from './schema/people.ts';
import type { PublishingTables } from './schema/publishing.ts';
import type { SearchTables } from './schema/search.ts';
import type { SignInTables } from './schema/sign-in.ts';
import type { TrainingSessionsTables } from './schema/training-sessions.ts';

export type { ImportState } from './schema/imports.ts';
export type { AbsenceCategory, PersonStatus, ReleaseKind, Role } from './schema/columns.ts';

export interface Database
  extends
    AccountTables,
    AssessmentsTables,
    ImportsTables,
    JournalTables,
    LearningTables,
    ObligationsTables,
    PeopleTables,
    PublishingTables,
    SearchTables,
    SignInTables,
    TrainingSessionsTables {
  installation: { key: string; value: string };
  /** Grows with every change of a fact that figures are made of; written by triggers alone. */
  fact_revision: { topic: 'organisation' | 'obligations' | 'learning'; revision: number };
}
