import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { ModuleStanding } from '#domain/progress/module-standing.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listLiveVersions } from '#features/publishing/versions.ts';
import { attestationAddress, moduleAddress } from './addresses.ts';
import { followedOf, type Followed } from './followed-version.ts';
import { nextAction, type NextAction } from './next-action.ts';
import { planOf, type PlanLine } from './module-plan.ts';
import { askingOf, standingAgain, standingOf, type Asking } from './learner-standing.ts';
import { findLearnerModule, findRelease, type Release } from './queries.ts';
import { isPackage } from './is-package.ts';
import { progressOf } from './resume-address.ts';
import { findWithdrawal, type Withdrawal } from './withdrawal-queries.ts';

type ShownOfModule =
  'audiences' | 'title' | 'summary' | 'objectives' | 'themes' | 'minutes' | 'notice' | 'workingNotice';

export interface ModulePage extends Pick<CompiledModule, ShownOfModule> {
  standing: ModuleStanding;
  next: NextAction;
  isBegun: boolean;
  /** Delivered by others and played whole: it has neither our lessons nor our assessment. */
  isPackage: boolean;
  plan: PlanLine[];
  isPassed: boolean;
  attestationHref: string | null;
  doneOn: CivilDate | null;
  /** A completion that was given in error, when no other has followed. */
  withdrawal: Withdrawal | null;
  /** Who asks for it again. */
  asking: Asking;
  /** What was completed for an earlier asking, or in an earlier edition, the latest first. */
  earlier: EarlierCompletion[];
  /** Why a module that was done, or begun, is to be done again. */
  redo: Release | null;
  /** A newer version than the one that the person follows. */
  newer: Release | null;
  prerequisites: { title: string; href: string }[];
}

export interface EarlierCompletion {
  doneOn: CivilDate;
  attestationHref: string;
}

/** One module as a person meets it; null without such a module. */
export async function loadModulePage(
  db: Kysely<Database>,
  personId: string,
  { code, today }: { code: string; today: CivilDate },
): Promise<ModulePage | null> {
  const learner = await findLearnerModule(db, personId, { code, today });
  const followed = learner && (await followedOf(db, learner));
  if (!learner || !followed) return null;
  const { audiences, title, summary, objectives, themes, minutes, notice, workingNotice } = followed.version.module;
  const progress = progressOf(followed);
  const asking = askingOf(learner);
  const isAskedAgain = asking.now.length > 0;
  const { standing, completion, earlier } = isAskedAgain ? standingAgain(followed) : standingOf(followed);
  return {
    ...{ audiences, title, summary, objectives, themes, minutes, notice, workingNotice },
    standing,
    next: nextAction(followed, standing, isAskedAgain),
    isBegun: followed.isBegun,
    isPackage: isPackage(followed.version.module),
    plan: planOf(followed, progress),
    isPassed: progress.passedAt !== null,
    attestationHref: completion && attestationAddress(completion.id),
    doneOn: completion?.doneOn ?? null,
    withdrawal: completion ? null : await findWithdrawal(db, personId, learner.moduleId, earlier[0]?.on ?? null),
    asking,
    earlier: earlier.map((known) => ({ doneOn: known.doneOn, attestationHref: attestationAddress(known.id) })),
    redo: standing.state === 'not-started' && standing.redo ? await findRelease(db, standing.redo) : null,
    newer: await findNewer(db, followed),
    prerequisites: await listPrerequisites(db, followed.version.module),
  };
}

async function findNewer(db: Kysely<Database>, { version, learner, isBegun }: Followed): Promise<Release | null> {
  const { moduleId, liveEdition } = learner;
  return isBegun && version.edition < liveEdition ? findRelease(db, { moduleId, edition: liveEdition }) : null;
}

async function listPrerequisites(db: Kysely<Database>, { prerequisites }: CompiledModule) {
  if (prerequisites.length === 0) return [];
  const versions = (await listLiveVersions(db)).filter(({ slug }) => prerequisites.includes(slug));
  return versions.map(({ code, module }) => ({ title: module.title, href: moduleAddress(code) }));
}
