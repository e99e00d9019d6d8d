import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import { NO_PROGRESS, withEvent, type EditionProgress } from '#domain/progress/edition-progress.ts';
import { moduleStanding, type ModuleStanding } from '#domain/progress/module-standing.ts';
import { nextStep } from '#domain/progress/next-step.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { assessmentAddress, lessonAddress } from './addresses.ts';
import { followedOf, type Followed } from './followed-version.ts';
import { findLearnerModule, type LearnerModule } from './queries.ts';

export interface PlanLine {
  number: number;
  title: string;
  minutes: number;
  href: string;
  readAt: Instant | null;
}

export interface ModulePage {
  module: Pick<
    CompiledModule,
    | 'code'
    | 'title'
    | 'summary'
    | 'objectives'
    | 'themes'
    | 'minutes'
    | 'notice'
    | 'workingNotice'
    | 'passMark'
    | 'drawSize'
  >;
  standing: ModuleStanding;
  isBegun: boolean;
  plan: PlanLine[];
  isPassed: boolean;
  /** Where « Reprendre » leads. */
  resumeHref: string;
  attestationHref: string | null;
  completedOn: CivilDate | null;
  /** A newer edition is live than the one in progress. */
  hasNewerEdition: boolean;
}

/** One module as a person meets it; null without such a module. */
export async function loadModulePage(
  db: Kysely<Database>,
  personId: string,
  { code, today }: { code: string; today: CivilDate },
): Promise<ModulePage | null> {
  const learner = await findLearnerModule(db, personId, code);
  const followed = learner && (await followedOf(db, learner));
  if (!learner || !followed) return null;
  const progress = progressOf(followed);
  const standing = moduleStanding(today, learner, learner);
  const completion = completionOf(learner, standing);
  return {
    module: followed.version.module,
    standing,
    isBegun: followed.isBegun,
    plan: planOf(followed, progress),
    isPassed: progress.passedAt !== null,
    resumeHref: resumeHref(followed, progress),
    attestationHref: completion && `/attestations/${completion.id}`,
    completedOn: completion?.on ?? null,
    hasNewerEdition: followed.isBegun && followed.version.edition < learner.liveEdition,
  };
}

/** What a person has done in the edition they follow. */
export function progressOf({ learner, isBegun }: Followed): EditionProgress {
  return isBegun ? learner.events.reduce(withEvent, NO_PROGRESS) : NO_PROGRESS;
}

/** The lessons with what was read of them. */
export function planOf({ version }: Followed, progress: EditionProgress): PlanLine[] {
  return version.module.lessons.map(({ number, title, minutes, slug }) => ({
    number,
    title,
    minutes,
    href: lessonAddress(version.code, number),
    readAt: progress.readAt[slug] ?? null,
  }));
}

/** Where « Reprendre » leads: a lesson, the assessment, or the first lesson again. */
export function resumeHref({ version, learner }: Followed, progress: EditionProgress): string {
  const { lessons } = version.module;
  const step = nextStep(
    progress,
    lessons.map(({ slug }) => slug),
    learner.place?.lesson ?? null,
  );
  if (step.step === 'assessment') return assessmentAddress(version.code);
  const slug = step.step === 'lesson' ? step.lesson : lessons[0]?.slug;
  return lessonAddress(version.code, lessons.find((lesson) => lesson.slug === slug)?.number ?? 1);
}

/** The completion behind a standing of « terminé ». */
export function completionOf({ completions }: LearnerModule, standing: ModuleStanding) {
  if (standing.state !== 'completed') return null;
  return completions.find(({ edition }) => edition === standing.edition) ?? null;
}
