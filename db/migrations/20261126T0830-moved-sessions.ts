import { sql, type Kysely } from 'kysely';

/**
 * What those enrolled must know of a training in person: from when and where it was moved, the last time it was, and for
 * which lessons their presence counted (null: for the whole module), as the module said at the closing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table training_session add column moved_at text`,
  `alter table training_session add column moved_from_date text`,
  `alter table training_session add column moved_from_starts_at text`,
  `alter table training_session add column moved_from_place text`,
  `alter table training_session add column counted_lessons text check (counted_lessons is null or json_valid(counted_lessons))`,
];
