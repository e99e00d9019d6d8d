import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { hasPermission } from '#domain/identity/permissions.ts';
import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { ExportQuery } from '#features/follow-up/forms.ts';
import { findUnitInScope } from '#features/follow-up/scope-queries.ts';
import type { ExportJob, ExportSubject } from './export-job.ts';
import { findList } from './lists.ts';

/** The files somebody asked for, the latest first: of the units and the lists that are still theirs. */
export async function listOwnJobs(db: Kysely<Database>, actor: Actor): Promise<ExportJob[]> {
  const rows = await jobs(db)
    .where('export_job.person_id', '=', actor.personId)
    .orderBy('asked_at', 'desc')
    .orderBy('export_job.id')
    .execute();
  const listed: ExportJob[] = [];
  for (const row of rows) {
    const job = toJob(row);
    if (await isStillOpenTo(db, actor, job)) listed.push(job);
  }
  return listed;
}

/** One of one's own files; null when it is not there, another person's, or of what is no longer theirs. */
export async function findOwnJob(db: Kysely<Database>, actor: Actor, jobId: string): Promise<ExportJob | null> {
  const row = await jobs(db)
    .where('export_job.id', '=', jobId)
    .where('export_job.person_id', '=', actor.personId)
    .executeTakeFirst();
  const job = row && toJob(row);
  return job && (await isStillOpenTo(db, actor, job)) ? job : null;
}

async function isStillOpenTo(db: Kysely<Database>, actor: Actor, { subject }: ExportJob): Promise<boolean> {
  switch (subject.kind) {
    case 'unit':
      return (await findUnitInScope(db, actor, subject.unit.code)) !== null;
    case 'list': {
      const list = findList(subject.list);
      return list !== null && hasPermission(actor, list.permission);
    }
  }
}

/** A job whoever asked for it, for the server that works on it. */
export async function findJob(db: Kysely<Database>, jobId: string): Promise<ExportJob | null> {
  const row = await jobs(db).where('export_job.id', '=', jobId).executeTakeFirst();
  return row ? toJob(row) : null;
}

/** Who asked for a file, with the roles they hold that day: they may have lost them since. */
export async function findAuthor(db: Kysely<Database>, personId: string, on: CivilDate): Promise<Actor | null> {
  const person = await db
    .selectFrom('person')
    .where('id', '=', personId)
    .select(['given_name', 'family_name'])
    .executeTakeFirst();
  if (!person) return null;
  const roles = await db
    .selectFrom('role_grant')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('from_date', 'is', null), eb.and([eb('from_date', '<=', on), eb('to_date', '>', on)])]))
    .select(['role', 'unit_id'])
    .execute();
  return {
    personId,
    givenName: person.given_name,
    familyName: person.family_name,
    roles: roles.map(({ role, unit_id }) => ({ role, unitId: unit_id })),
  };
}

/** Every job there is. */
export async function listJobIds(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('export_job').select('id').execute();
  return rows.map(({ id }) => id);
}

function jobs(db: Kysely<Database>) {
  return db
    .selectFrom('export_job')
    .leftJoin('unit', 'unit.id', 'export_job.unit_id')
    .leftJoin('programme', 'programme.id', 'export_job.programme_id')
    .selectAll('export_job')
    .select(['unit.code as unit_code', 'unit.name as unit_name', 'programme.name as programme_name']);
}

type JobRow = Selectable<Database['export_job']> & Record<'unit_code' | 'unit_name' | 'programme_name', string | null>;

const Parameters = z.record(z.string(), z.string());

function subjectOf(row: JobRow): ExportSubject {
  const query: unknown = JSON.parse(row.query);
  if (row.list !== null) return { kind: 'list', list: row.list, parameters: Parameters.parse(query) };
  return {
    kind: 'unit',
    unit: { code: row.unit_code!, name: row.unit_name! },
    programmeName: row.programme_name!,
    query: ExportQuery.parse(query),
  };
}

function toJob(row: JobRow): ExportJob {
  return {
    jobId: row.id,
    personId: row.person_id,
    subject: subjectOf(row),
    day: row.day as CivilDate,
    format: row.format,
    askedAt: row.asked_at as Instant,
    state: row.state,
    linesDone: row.lines_done,
    linesTotal: row.lines_total,
    endedAt: row.ended_at as Instant | null,
    size: row.size,
    fingerprint: row.fingerprint,
    failure: row.failure,
  };
}
