import type { Generated } from 'kysely';
import type { CivilDate, Instant, Json } from './columns.ts';

/** Traces, all of them (DESIGN §8). */
export interface PackagePlayerTables {
  package_attempt: PackageAttemptTable;
  package_launch: PackageLaunchTable;
  package_trial: PackageTrialTable;
  package_commit: PackageCommitTable;
  package_item: { attempt_id: string; item: string; state: Json; received_at: Instant };
  package_objective: PackageObjectiveTable;
}

/** One open for a person and an edition. */
interface PackageAttemptTable {
  id: string;
  person_id: string;
  module_id: string;
  edition: number;
  version_id: string;
  /** Unguessable first label of the host name that serves it: what a package stores in the browser stays with the attempt. */
  host_label: string;
  opened_at: Instant;
  closed_at: Generated<Instant | null>;
  sequencing: Generated<Json | null>;
  shared_data: Generated<Json | null>;
  completed_at: Generated<Instant | null>;
  /** The first day of the window of the module that it is of. */
  window_from: Generated<CivilDate>;
}

/** One opening of the player: one tab. */
interface PackageLaunchTable {
  id: string;
  attempt_id: string;
  ordinal: number;
  /** Unguessable first part of the path. */
  token: string;
  opened_at: Instant;
  expires_at: Instant;
  seen_at: Instant;
  /** Taken over by another tab. */
  ended_at: Generated<Instant | null>;
  /** The sign-in session that it was opened in; null once that has ended, and with it the opening. */
  session_hash: string | null;
}

/** A trainer's dry run of a package: nothing of it is recorded. */
interface PackageTrialTable {
  id: string;
  delivery_id: string;
  person_id: string;
  host_label: string;
  token: string;
  expires_at: Instant;
}

/** Every commit that was received once. */
interface PackageCommitTable {
  attempt_id: string;
  launch: number;
  sequence: number;
  item: string;
  digest: string;
  received_at: Instant;
}

/**
 * Global objectives of a person, `scope` being an attempt's id or, where they are shared across packages, the first day of the
 * window, `''` for the first one.
 */
interface PackageObjectiveTable {
  person_id: string;
  scope: string;
  objective: string;
  state: Json;
  changed_at: Instant;
}
