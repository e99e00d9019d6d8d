import type { AbsenceCategory, CivilDate, Instant } from './columns.ts';

export interface ObligationsTables {
  programme: ProgrammeTable;
  programme_module: { programme_id: string; module_id: string; position: number };
  designation: DesignationTable;
  exemption: ExemptionTable;
  credit: CreditTable;
  absence: AbsenceTable;
}

interface ProgrammeTable {
  id: string;
  slug: string;
  name: string;
  opens_on: CivilDate;
  deadline: CivilDate;
  created_at: Instant;
}

interface DesignationTable {
  id: string;
  programme_id: string;
  person_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
  designated_at: Instant;
  designated_by: string | null;
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
}

interface CreditTable {
  id: string;
  programme_id: string;
  person_id: string;
  done_on: CivilDate;
  proof: string;
  recorded_at: Instant;
  recorded_by: string | null;
}

interface AbsenceTable {
  id: string;
  person_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
  category: AbsenceCategory;
  recorded_at: Instant;
  recorded_by: string | null;
}
