import type { Instant } from './columns.ts';

export interface SignInTables {
  account: AccountTable;
  sign_in_session: SignInSessionTable;
  sign_in_failure: SignInFailureTable;
}

interface AccountTable {
  person_id: string;
  username: string;
  password_hash: string;
  password_changed_at: Instant;
  must_change_since: Instant | null;
  last_signed_in_at: Instant | null;
}

interface SignInSessionTable {
  id_hash: string;
  person_id: string;
  created_at: Instant;
  expires_at: Instant;
  user_agent: string;
}

interface SignInFailureTable {
  key: string;
  count: number;
  last_at: Instant;
  blocked_until: Instant | null;
}
