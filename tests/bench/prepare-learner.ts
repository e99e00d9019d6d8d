import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { amina } from '#db/seeds/cast.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Instant } from '#domain/time/instant.ts';
import { openAttempt } from '#features/assessments/open-attempt.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { moveToLesson } from '#features/learning/move-to-lesson.ts';
import { luciaOf } from '#features/sign-in/lucia.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';
import { newId } from '#platform/ids.ts';

/** Amina signed in, at the first lesson, with an open attempt. */
export async function prepareLearner(
  db: Kysely<Database>,
  at: Instant,
): Promise<{ cookie: string; attemptId: string }> {
  const act: Act = { by: amina.personId, at, requestId: null };
  const attemptId = newId();
  await beginModule(db, act, { code: 'm1' });
  const version = await findLiveVersion(db, 'm1');
  await moveToLesson(db, act, { code: 'm1', lesson: version?.module.lessons[0]?.slug ?? '' });
  await openAttempt(db, act, { code: 'm1', attemptId });
  return { cookie: await openSession(db, amina.personId, at), attemptId };
}

/** The cookie of a new sign-in session. */
export async function openSession(db: Kysely<Database>, personId: string, at: Instant): Promise<string> {
  const session = await luciaOf(db).createSession(personId, { idHash: '', createdAt: at, userAgent: 'bench' });
  return `reperes=${session.id}`;
}
