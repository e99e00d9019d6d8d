import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CompiledLesson } from '#domain/module/compiled-module.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { atOnceOrLater } from '#platform/db/when-free.ts';
import type { PublishedVersion } from '#features/publishing/versions.ts';
import type { Reading } from './blocks/detail.ts';
import { attestationAddress } from './addresses.ts';
import { completionNow, findFollowed, followedKey, type Followed } from './followed-version.ts';
import { learnerOf } from './learner-of.ts';
import { listAnswers } from './answer-queries.ts';
import { hasExercises, lessonParts, type LessonPart } from './lesson-parts.ts';
import { planOf, type PlanLine } from './module-plan.ts';
import { moveToLesson } from './move-to-lesson.ts';
import { findReading } from './path-queries.ts';
import { progressOf } from './resume-address.ts';

type ShownOfLesson = 'slug' | 'number' | 'title' | 'objective' | 'minutes' | 'notice' | 'sources' | 'glossary';

export interface LessonPage {
  code: string;
  edition: number;
  moduleTitle: string;
  workingNotice: string | null;
  lesson: Pick<CompiledLesson, ShownOfLesson>;
  parts: LessonPart[];
  /** How the lesson is read; null before a lesson of intensity 3 is chosen to be read: its warning comes first. */
  reading: Reading | null;
  plan: PlanLine[];
  readAt: Instant | null;
  /** The other lessons that are still to be marked as read. */
  unread: PlanLine[];
  isPassed: boolean;
  /** Of the edition shown, in the window it is read in. */
  attestationHref: string | null;
  previous: PlanLine | null;
  next: PlanLine | null;
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
  const followed = await findFollowed(db, learnerOf(act), { code, today: civilDateOf(act.at) });
  const lesson = followed?.version.module.lessons.find((known) => String(known.number) === number);
  if (!followed || !lesson) return { outcome: 'not-found' };
  if (!followed.isBegun) return { outcome: 'not-begun' };
  const { edition } = followed.version;
  if (isVisit && followed.learner.place?.lesson !== lesson.slug)
    await atOnceOrLater(() => moveToLesson(db, act, { code, lesson: lesson.slug, edition }));
  const reading = await loadReading(db, act, followed, lesson);
  const parts = reading ? await loadParts(db, act, followed, lesson, reading) : [];
  return { outcome: 'shown', page: { ...lessonPage(followed, lesson, parts), reading } };
}

/** Only a lesson with a warning or a description is read in more than one way. */
async function loadReading(
  db: Kysely<Database>,
  act: Act,
  followed: Followed,
  lesson: CompiledLesson,
): Promise<Reading | null> {
  const isIntense = lesson.notice.intensity === 3;
  if (!isIntense && !lesson.blocks.some(({ kind }) => kind === 'detail')) return 'full';
  const chosen = await findReading(db, followedKey(learnerOf(act), followed), lesson.slug);
  return chosen ?? (isIntense ? null : 'full');
}

async function loadParts(db: Kysely<Database>, act: Act, followed: Followed, lesson: CompiledLesson, reading: Reading) {
  if (!hasExercises(lesson)) return lessonParts(lesson, new Map(), reading);
  return lessonParts(lesson, await listAnswers(db, followedKey(learnerOf(act), followed)), reading);
}

/** Only what the page shows leaves here: a compiled lesson holds the answer keys. */
function lessonPage(followed: Followed, lesson: CompiledLesson, parts: LessonPart[]): Omit<LessonPage, 'reading'> {
  const { code, edition, module } = followed.version;
  const { slug, number, title, objective, minutes, notice, sources, glossary } = lesson;
  const progress = progressOf(followed);
  const plan = planOf(followed, progress);
  const completion = completionNow(followed);
  return {
    code,
    edition,
    moduleTitle: module.title,
    workingNotice: module.workingNotice,
    lesson: { slug, number, title, objective, minutes, notice, sources, glossary },
    parts,
    plan,
    readAt: progress.readAt[slug] ?? null,
    unread: plan.filter((line) => line.readAt === null && line.number !== number),
    isPassed: progress.passedAt !== null,
    attestationHref: completion && attestationAddress(completion.id),
    previous: plan.find((line) => line.number === number - 1) ?? null,
    next: plan.find((line) => line.number === number + 1) ?? null,
    hasNewerEdition: edition < followed.learner.liveEdition,
    problems: followed.version.problems,
  };
}
