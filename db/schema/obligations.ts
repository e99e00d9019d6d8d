import type { Generated } from 'kysely';
import type { AbsenceCategory, CivilDate, Instant } from './columns.ts';

export interface ObligationsTables {
  programme: ProgrammeTable;
  programme_module: { programme_id: string; module_id: string; position: number };
  designation: DesignationTable;
  exemption: ExemptionTable;
  credit: CreditTable;
  absence: AbsenceTable;
  pending_decision: PendingDecisionTable;
}

interface ProgrammeTable {
  id: string;
  slug: string;
  name: string;
  opens_on: CivilDate;
  deadline: CivilDate;
  created_at: Instant;
  /** The year of the agreement or of the calendar that it is reported with. */
  year: Generated<number | null>;
  /** Days after the deadline before somebody is shown as late. */
  grace_days: Generated<number>;
  /** Completions and beginnings before this day do not count: what was learnt is learnt anew. */
  counts_from: Generated<CivilDate | null>;
  closed_on: Generated<CivilDate | null>;
}

interface DesignationTable {
  id: string;
  programme_id: string;
  person_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
  designated_at: Instant;
  designated_by: string | null;
  end_reason: Generated<string | null>;
}

interface ExemptionTable {
  id: string;
  programme_id: string;
  person_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
  reason: string;
  recorded_at: Instant;
  recorded_by: string | null;
  end_reason: Generated<string | null>;
}

interface CreditTable {
  id: string;
  programme_id: string;
  person_id: string;
  done_on: CivilDate;
  proof: string;
  recorded_at: Instant;
  recorded_by: string | null;
  /** The day it counts from: the day it was recorded, at the earliest. */
  counts_from: Generated<CivilDate>;
  to_date: Generated<CivilDate | null>;
  end_reason: Generated<string | null>;
}

interface AbsenceTable {
  id: string;
  person_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
  category: AbsenceCategory;
  recorded_at: Instant;
  recorded_by: string | null;
  /** Why it was given another end. */
  end_reason: Generated<string | null>;
}

/** What somebody proposed and somebody else confirms or refuses; it gives its id to the fact it becomes. */
interface PendingDecisionTable {
  id: string;
  kind: 'exemption' | 'credit' | 'absence';
  person_id: string;
  /** Null for an absence, which is of no programme. */
  programme_id: string | null;
  from_date: CivilDate | null;
  to_date: CivilDate | null;
  reason: string | null;
  done_on: CivilDate | null;
  proof: string | null;
  category: AbsenceCategory | null;
  proposed_at: Instant;
  proposed_by: string;
  settled_at: Generated<Instant | null>;
  settled_by: Generated<string | null>;
  settlement: Generated<'confirmed' | 'refused' | 'withdrawn' | null>;
  settle_reason: Generated<string | null>;
}
