import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { moduleStanding, type ModuleStanding } from '#domain/progress/module-standing.ts';
import { daysBetween, type CivilDate } from '#domain/time/civil-date.ts';
import { moduleAddress } from './addresses.ts';
import { followedOf } from './followed-version.ts';
import { completionOf } from './load-module-page.ts';
import {
  findRelease,
  listLearnerModules,
  listMyProgrammes,
  type LearnerModule,
  type MyProgramme,
  type Release,
} from './queries.ts';
import { progressOf, resumeAddress } from './resume-address.ts';

export interface ModuleLine {
  code: string;
  moduleId: string;
  title: string;
  summary: string;
  minutes: number;
  standing: ModuleStanding;
  href: string;
  /** Where « Reprendre » leads; the module's page when it is not in progress. */
  actionHref: string;
  attestationHref: string | null;
  /** From this day it counts. */
  completedOn: CivilDate | null;
  doneOn: CivilDate | null;
  readCount: number;
  lessonCount: number;
  /** Why it is to be done again. */
  redo: Release | null;
}

/** What a person still owes to a programme; done, credited and exempt owe nothing. */
export type ProgrammeState = 'to-do' | 'done' | 'done-elsewhere' | 'exempt';

export interface ProgrammeLine extends Pick<MyProgramme, 'name' | 'deadline' | 'creditedOn'> {
  /** Negative once the deadline has passed. */
  daysLeft: number;
  modules: ModuleLine[];
  doneCount: number;
  state: ProgrammeState;
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
  const programmes = (await listMyProgrammes(db, personId, today)).map((programme) =>
    programmeLine(programme, lines, today),
  );
  const asked = new Set(programmes.flatMap((programme) => programme.modules.map(({ moduleId }) => moduleId)));
  return { programmes, free: lines.filter(({ moduleId }) => !asked.has(moduleId)) };
}

function programmeLine(programme: MyProgramme, lines: readonly ModuleLine[], today: CivilDate): ProgrammeLine {
  const { name, deadline, creditedOn } = programme;
  const modules = programme.moduleIds.flatMap((id) => lines.find((line) => line.moduleId === id) ?? []);
  const doneCount = modules.filter((line) => countsFor(programme, line)).length;
  const daysLeft = daysBetween(today, deadline);
  return { name, deadline, creditedOn, daysLeft, modules, doneCount, state: programmeState(programme, doneCount) };
}

function countsFor({ countsFrom }: MyProgramme, { standing, completedOn }: ModuleLine): boolean {
  return standing.state === 'completed' && (countsFrom === null || completedOn === null || completedOn >= countsFrom);
}

/** In the order of DESIGN §7: the first that applies. */
function programmeState({ moduleIds, creditedOn, isExempt }: MyProgramme, doneCount: number): ProgrammeState {
  if (moduleIds.length > 0 && doneCount === moduleIds.length) return 'done';
  if (creditedOn !== null) return 'done-elsewhere';
  return isExempt ? 'exempt' : 'to-do';
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
  const { title, summary, minutes, lessons } = module;
  const { readAt } = progressOf(followed);
  const standing = moduleStanding(today, learner, learner);
  const completion = completionOf(learner, standing);
  const href = moduleAddress(code);
  return {
    ...{ code, moduleId, title, summary, minutes, standing, href },
    actionHref: standing.state === 'in-progress' ? resumeAddress(followed) : href,
    attestationHref: completion && `/attestations/${completion.id}`,
    completedOn: completion?.on ?? null,
    doneOn: completion?.doneOn ?? null,
    readCount: lessons.filter(({ slug }) => slug in readAt).length,
    lessonCount: lessons.length,
    redo: standing.state === 'not-started' && standing.redo ? await findRelease(db, standing.redo) : null,
  };
}
