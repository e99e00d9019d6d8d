import { sql, type Kysely } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import type { Role } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

export interface Identity {
  givenName: string;
  familyName: string;
  hrNumber: string | null;
  status: PersonStatus;
  username: string;
  passwordChangedAt: Instant;
  unitName: string | null;
}

/** Who a person is for this installation, and the unit they belong to on a day. */
export async function getIdentity(db: Kysely<Database>, personId: string, on: CivilDate): Promise<Identity> {
  const row = await db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .where('person.id', '=', personId)
    .select(['given_name', 'family_name', 'hr_number', 'status', 'username', 'password_changed_at'])
    .select((eb) =>
      eb
        .selectFrom('membership')
        .innerJoin('unit', 'unit.id', 'membership.unit_id')
        .whereRef('membership.person_id', '=', 'person.id')
        .where('from_date', '<=', on)
        .where((or) => or.or([or('to_date', 'is', null), or('to_date', '>', on)]))
        .orderBy('from_date', 'desc')
        .limit(1)
        .select('unit.name')
        .as('unit_name'),
    )
    .executeTakeFirstOrThrow();
  return {
    givenName: row.given_name,
    familyName: row.family_name,
    hrNumber: row.hr_number,
    status: row.status,
    username: row.username,
    passwordChangedAt: row.password_changed_at as Instant,
    unitName: row.unit_name,
  };
}

export interface HeldRole {
  role: Role;
  unitName: string | null;
}

/** The roles of a person on a day: those held for good, and those delegated on that day. */
export async function listHeldRoles(db: Kysely<Database>, personId: string, on: CivilDate): Promise<HeldRole[]> {
  const rows = await db
    .selectFrom('role_grant')
    .leftJoin('unit', 'unit.id', 'role_grant.unit_id')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('from_date', 'is', null), eb.and([eb('from_date', '<=', on), eb('to_date', '>', on)])]))
    .select(['role', 'unit.name'])
    .orderBy('granted_at')
    .execute();
  return rows.map((row) => ({ role: row.role, unitName: row.name }));
}

/** Tables that hold lines about a person, by the column that names them. */
const KEPT = {
  memberships: ['membership', 'person_id'],
  designations: ['designation', 'person_id'],
  exemptions: ['exemption', 'person_id'],
  credits: ['credit', 'person_id'],
  absences: ['absence', 'person_id'],
  proposals: ['pending_decision', 'person_id'],
  begun: ['begun', 'person_id'],
  completions: ['completion', 'person_id'],
  places: ['place', 'person_id'],
  lessonsRead: ['lesson_read', 'person_id'],
  exerciseAnswers: ['exercise_answer', 'person_id'],
  lessonReadings: ['lesson_reading', 'person_id'],
  modulePaths: ['module_path', 'person_id'],
  attempts: ['attempt', 'person_id'],
  packageAttempts: ['package_attempt', 'person_id'],
  packageObjectives: ['package_objective', 'person_id'],
  enrolments: ['enrolment', 'person_id'],
  attendances: ['attendance', 'person_id'],
  reminders: ['reminder', 'person_id'],
  savedViews: ['saved_view', 'person_id'],
  exportJobs: ['export_job', 'person_id'],
  sessions: ['sign_in_session', 'person_id'],
  deeds: ['journal', 'actor_id'],
} as const satisfies Record<string, readonly [keyof Database, string]>;

export type KeptCounts = Record<keyof typeof KEPT, number>;

/** A completion of theirs that was given in error, and why it was withdrawn. */
export interface WithdrawnCompletion {
  moduleTitle: string;
  doneOn: CivilDate;
  on: CivilDate;
  reason: string;
}

export async function listWithdrawnCompletions(db: Kysely<Database>, personId: string): Promise<WithdrawnCompletion[]> {
  const rows = await db
    .selectFrom('completion')
    .innerJoin('module_version', 'module_version.id', 'completion.version_id')
    .where('person_id', '=', personId)
    .where('withdrawn_on', 'is not', null)
    .select(['title', 'done_on', 'withdrawn_on', 'withdrawn_reason'])
    .orderBy('withdrawn_at')
    .execute();
  return rows.map((row) => ({
    moduleTitle: row.title,
    doneOn: row.done_on as CivilDate,
    on: row.withdrawn_on as CivilDate,
    reason: row.withdrawn_reason ?? '',
  }));
}

/** How many lines of each kind are kept about a person. */
export async function countKept(db: Kysely<Database>, personId: string): Promise<KeptCounts> {
  const counts = Object.entries(KEPT).map(
    ([name, [table, column]]) =>
      sql`(select count(*) from ${sql.table(table)} where ${sql.ref(column)} = ${personId}) as ${sql.ref(name)}`,
  );
  const { rows } = await sql<KeptCounts>`select ${sql.join(counts)}`.execute(db);
  return rows[0]!;
}
