import type { Generated } from 'kysely';
import type { CivilDate, Instant, PersonStatus, Role } from './columns.ts';

export interface PeopleTables {
  unit: UnitTable;
  unit_closure: UnitClosureTable;
  person: PersonTable;
  person_before: PersonBeforeTable;
  membership: MembershipTable;
  role_grant: RoleGrantTable;
}

/** Which units stand below which, from a day to a day; a unit stands below itself at depth 0. */
interface UnitClosureTable {
  ancestor_id: string;
  descendant_id: string;
  depth: number;
  from_date: CivilDate;
  to_date: CivilDate | null;
}

interface UnitTable {
  id: string;
  code: string;
  name: string;
  /** The unit just above today. */
  parent_id: string | null;
  created_at: Instant;
  closed_on: Generated<CivilDate | null>;
}

interface PersonTable {
  id: string;
  hr_number: string | null;
  given_name: string;
  family_name: string;
  status: PersonStatus;
  created_at: Instant;
  email: Generated<string | null>;
  /** As the HR file words it: « officier », « catégorie B ». */
  rank_group: Generated<string | null>;
  job: Generated<string | null>;
}

/** What a person was until, and not including, a day; `person` says what they are since the last of these. */
interface PersonBeforeTable {
  person_id: string;
  before_date: CivilDate;
  status: PersonStatus;
  rank_group: string | null;
  job: string | null;
}

interface MembershipTable {
  id: string;
  person_id: string;
  unit_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
}

interface RoleGrantTable {
  id: string;
  person_id: string;
  role: Role;
  unit_id: string | null;
  granted_at: Instant;
  granted_by: string | null;
  /** Null for a role held for good; a delegation has its days, [from, to). */
  from_date: Generated<CivilDate | null>;
  to_date: Generated<CivilDate | null>;
  reason: Generated<string | null>;
}
