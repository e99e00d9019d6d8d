import type { CivilDate, Instant } from './columns.ts';

export interface FollowUpTables {
  /** Grows with every change of a fact that figures are made of; written by triggers alone. */
  fact_revision: { topic: 'organisation' | 'obligations' | 'learning'; revision: number };
  saved_view: SavedViewTable;
  seal: SealTable;
  sealed_figure: SealedFigureTable;
}

interface SavedViewTable {
  id: string;
  person_id: string;
  name: string;
  /** A path of the follow-up with its parameters. */
  address: string;
  saved_at: Instant;
}

/** The figures of a programme at the end of a month, named by their fingerprint, each chained to the one before. */
interface SealTable {
  id: string;
  programme_id: string;
  day: CivilDate;
  sealed_at: Instant;
  previous: string | null;
  fingerprint: string;
}

/** One unit of a seal; units are named as they were, so that a seal stands when they move or close. */
interface SealedFigureTable {
  seal_id: string;
  position: number;
  unit_code: string;
  unit_name: string;
  parent_code: string | null;
  done: number;
  done_elsewhere: number;
  exempt: number;
  absent: number;
  in_progress: number;
  not_started: number;
}
