import { sql, type Kysely } from 'kysely';

/**
 * What the presences of sessions that are closed already had given: whatever of their person and module was written in the
 * same instant as the closing, or as the presence when it was added later. So they can be corrected like the others.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const countedAt = `iif(attendance.late_reason is null, session.closed_at, attendance.recorded_at)`;

const statements = [
  `update attendance set completion_id = (
     select completion.id from training_session as session
       join completion on completion.module_id = session.module_id
         and completion.person_id = attendance.person_id and completion.completed_at = ${countedAt}
     where session.id = attendance.session_id)
   where withdrawn_at is null`,
  `update attendance set lessons_given = (
     select nullif(json_group_array(json_object('edition', lesson_read.edition, 'lesson', lesson_read.lesson)), '[]')
     from training_session as session
       join lesson_read on lesson_read.module_id = session.module_id
         and lesson_read.person_id = attendance.person_id and lesson_read.read_at = ${countedAt}
     where session.id = attendance.session_id)
   where withdrawn_at is null`,
];
