import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Database } from './schema.ts';
import * as initial from './migrations/20261123T0000-initial.ts';
import * as search from './migrations/20261125T1000-search.ts';
import * as readingComfort from './migrations/20261125T1200-reading-comfort.ts';
import * as placeAnchor from './migrations/20261125T1300-place-anchor.ts';
import * as readingPath from './migrations/20261125T1400-reading-path.ts';
import * as datedOrganisation from './migrations/20261126T0200-dated-organisation.ts';
import * as imports from './migrations/20261126T0300-imports.ts';
import * as decisions from './migrations/20261126T0400-decisions.ts';
import * as trainingSessions from './migrations/20261126T0500-training-sessions.ts';
import * as reminders from './migrations/20261126T0600-reminders.ts';
import * as followUp from './migrations/20261126T0700-follow-up.ts';
import * as exportJobs from './migrations/20261126T0800-export-jobs.ts';
import * as movedSessions from './migrations/20261126T0830-moved-sessions.ts';
import * as packages from './migrations/20261126T0900-packages.ts';
import * as completionRounds from './migrations/20261126T1000-completion-rounds.ts';
import * as datedPeople from './migrations/20261126T1010-dated-people.ts';
import * as giftsOfPresences from './migrations/20261126T1050-gifts-of-presences.ts';
import * as listsBehindThePage from './migrations/20261127T0900-lists-behind-the-page.ts';
import * as moduleWindows from './migrations/20261127T1000-module-windows.ts';
import * as hrNumbersInOneForm from './migrations/20261127T1100-hr-numbers-in-one-form.ts';
import * as launchSessions from './migrations/20261127T1200-launch-sessions.ts';

/** Every file of migrations/, in order (a test compares this list with the folder). */
export const MIGRATIONS: Record<string, Migration> = {
  '20261123T0000-initial': initial,
  '20261125T1000-search': search,
  '20261125T1200-reading-comfort': readingComfort,
  '20261125T1300-place-anchor': placeAnchor,
  '20261125T1400-reading-path': readingPath,
  '20261126T0200-dated-organisation': datedOrganisation,
  '20261126T0300-imports': imports,
  '20261126T0400-decisions': decisions,
  '20261126T0500-training-sessions': trainingSessions,
  '20261126T0600-reminders': reminders,
  '20261126T0700-follow-up': followUp,
  '20261126T0800-export-jobs': exportJobs,
  '20261126T0830-moved-sessions': movedSessions,
  '20261126T0900-packages': packages,
  '20261126T1000-completion-rounds': completionRounds,
  '20261126T1010-dated-people': datedPeople,
  '20261126T1050-gifts-of-presences': giftsOfPresences,
  '20261127T0900-lists-behind-the-page': listsBehindThePage,
  '20261127T1000-module-windows': moduleWindows,
  '20261127T1100-hr-numbers-in-one-form': hrNumbersInOneForm,
  '20261127T1200-launch-sessions': launchSessions,
};

/** The database was migrated by a later version of the program. */
export class NewerDatabaseError extends Error {}

/**
 * Brings the database to the schema of this program.
 * Returns the names of the migrations applied now; throws NewerDatabaseError when the database is ahead.
 */
export async function migrateToLatest(db: Kysely<Database>): Promise<string[]> {
  await refuseNewerDatabase(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** True when the database has exactly the migrations of this program. */
export async function hasCurrentSchema(db: Kysely<Database>): Promise<boolean> {
  const applied = await appliedMigrations(db);
  const known = Object.keys(MIGRATIONS);
  return applied.length === known.length && applied.every((name, index) => name === known[index]);
}

async function refuseNewerDatabase(db: Kysely<Database>): Promise<void> {
  const unknown = (await appliedMigrations(db)).filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0)
    throw new NewerDatabaseError(
      `La base de données vient d’une version plus récente de Repères (${unknown.join(', ')}) : mettez le programme à jour, ou restaurez une sauvegarde.`,
    );
}

async function appliedMigrations(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map((row) => row.name);
}
