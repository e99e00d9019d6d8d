import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { moduleStanding, type ModuleStanding } from '#domain/progress/module-standing.ts';
import { daysBetween, type CivilDate } from '#domain/time/civil-date.ts';
import { moduleAddress } from './addresses.ts';
import { followedOf } from './followed-version.ts';
import { completionOf, progressOf, resumeHref } from './load-module-page.ts';
import { listLearnerModules, listMyProgrammes, type LearnerModule } from './queries.ts';

export interface ModuleLine {
  code: string;
  moduleId: string;
  title: string;
  summary: string;
  minutes: number;
  standing: ModuleStanding;
  href: string;
  /** Where « Reprendre » leads; the module's page when it is not begun. */
  actionHref: string;
  attestationHref: string | null;
  completedOn: CivilDate | null;
  readCount: number;
  lessonCount: number;
}

export interface ProgrammeLine {
  name: string;
  deadline: CivilDate;
  /** Negative once the deadline has passed. */
  daysLeft: number;
  modules: ModuleLine[];
  isDone: boolean;
}

export interface ParcoursPage {
  programmes: ProgrammeLine[];
  /** Published modules that no programme asks of this person. */
  free: ModuleLine[];
}

/** Everything a person has to follow, and may follow. */
export async function loadParcoursPage(
  db: Kysely<Database>,
  personId: string,
  today: CivilDate,
): Promise<ParcoursPage> {
  const lines = await listModuleLines(db, personId, today);
  const programmes = (await listMyProgrammes(db, personId, today)).map(({ name, deadline, moduleIds }) => {
    const modules = moduleIds.flatMap((id) => lines.find((line) => line.moduleId === id) ?? []);
    const isDone = modules.every(({ standing }) => standing.state === 'completed');
    return { name, deadline, daysLeft: daysBetween(today, deadline), modules, isDone };
  });
  const asked = new Set(programmes.flatMap((programme) => programme.modules.map(({ moduleId }) => moduleId)));
  return { programmes, free: lines.filter(({ moduleId }) => !asked.has(moduleId)) };
}

async function listModuleLines(db: Kysely<Database>, personId: string, today: CivilDate): Promise<ModuleLine[]> {
  const lines: ModuleLine[] = [];
  for (const learner of await listLearnerModules(db, personId)) {
    const line = await moduleLine(db, learner, today);
    if (line) lines.push(line);
  }
  return lines;
}

async function moduleLine(db: Kysely<Database>, learner: LearnerModule, today: CivilDate): Promise<ModuleLine | null> {
  const followed = await followedOf(db, learner);
  if (!followed) return null;
  const { code, moduleId, module } = followed.version;
  const progress = progressOf(followed);
  const standing = moduleStanding(today, learner, learner);
  const completion = completionOf(learner, standing);
  const href = moduleAddress(code);
  return {
    code,
    moduleId,
    title: module.title,
    summary: module.summary,
    minutes: module.minutes,
    standing,
    href,
    actionHref: standing.state === 'in-progress' ? resumeHref(followed, progress) : href,
    attestationHref: completion && `/attestations/${completion.id}`,
    completedOn: completion?.on ?? null,
    readCount: module.lessons.filter(({ slug }) => slug in progress.readAt).length,
    lessonCount: module.lessons.length,
  };
}
