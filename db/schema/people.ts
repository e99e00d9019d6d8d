import type { CivilDate, Instant, PersonStatus, Role } from './columns.ts';

export interface PeopleTables {
  unit: UnitTable;
  unit_closure: { ancestor_id: string; descendant_id: string; depth: number };
  person: PersonTable;
  membership: MembershipTable;
  role_grant: RoleGrantTable;
}

interface UnitTable {
  id: string;
  code: string;
  name: string;
  parent_id: string | null;
  created_at: Instant;
}

interface PersonTable {
  id: string;
  hr_number: string | null;
  given_name: string;
  family_name: string;
  status: PersonStatus;
  created_at: Instant;
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
}
