import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { PublishedVersion } from '#features/publishing/versions.ts';
import { findFollowed } from './followed-version.ts';
import { learnerOf } from './learner-of.ts';
import { lessonParts, type LessonPart } from './lesson-parts.ts';
import { planOf, progressOf, type PlanLine } from './load-module-page.ts';
import { moveToLesson } from './move-to-lesson.ts';
import { listAnswers } from './queries.ts';

export interface LessonPage {
  code: string;
  edition: number;
  moduleTitle: string;
  workingNotice: string | null;
  lesson: { slug: string; number: number; title: string; objective: string; minutes: number };
  parts: LessonPart[];
  plan: PlanLine[];
  readAt: Instant | null;
  unreadCount: number;
  isPassed: boolean;
  previous: PlanLine | null;
  next: (PlanLine & { slug: string }) | null;
  hasNewerEdition: boolean;
  /** In development only: the errors of the files being written. */
  problems: PublishedVersion['problems'];
}

export type LessonPageResult =
  | { outcome: 'shown'; page: LessonPage }
  /** The advance notice comes before any lesson: it is on the module's page. */
  | { outcome: 'not-begun' }
  | { outcome: 'not-found' };

export interface LessonRequest {
  code: string;
  /** As it stands in the address. */
  number: string;
  /** True for a person's visit, which keeps their place; not for a prefetch. */
  isVisit: boolean;
}

/** A lesson of the edition that the person follows; a visit keeps their place there when it was elsewhere. */
export async function loadLessonPage(
  db: Kysely<Database>,
  act: Act,
  { code, number, isVisit }: LessonRequest,
): Promise<LessonPageResult> {
  const followed = await findFollowed(db, learnerOf(act), code);
  const lesson = followed?.version.module.lessons.find((known) => String(known.number) === number);
  if (!followed || !lesson) return { outcome: 'not-found' };
  if (!followed.isBegun) return { outcome: 'not-begun' };
  const { version, learner } = followed;
  const { moduleId, edition, module } = version;
  if (isVisit && learner.place?.lesson !== lesson.slug)
    await moveToLesson(db, act, { code, lesson: lesson.slug, edition });

  const progress = progressOf(followed);
  const plan = planOf(followed, progress);
  const nextLesson = module.lessons.find((known) => known.number === lesson.number + 1);
  const nextLine = plan.find((line) => line.number === nextLesson?.number);
  const answers = await listAnswers(db, { personId: learnerOf(act), moduleId, edition });
  return {
    outcome: 'shown',
    page: {
      code,
      edition,
      moduleTitle: module.title,
      workingNotice: module.workingNotice,
      lesson,
      parts: lessonParts(lesson, answers),
      plan,
      readAt: progress.readAt[lesson.slug] ?? null,
      unreadCount: plan.filter((line) => line.readAt === null).length,
      isPassed: progress.passedAt !== null,
      previous: plan.find((line) => line.number === lesson.number - 1) ?? null,
      next: nextLesson && nextLine ? { ...nextLine, slug: nextLesson.slug } : null,
      hasNewerEdition: edition < learner.liveEdition,
      problems: version.problems,
    },
  };
}
