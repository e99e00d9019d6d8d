import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ModuleStanding } from '#domain/progress/module-standing.ts';
import { daysBetween, type CivilDate } from '#domain/time/civil-date.ts';
import { attestationAddress, moduleAddress } from './addresses.ts';
import { followedOf, type Followed } from './followed-version.ts';
import { askingOf, standingAgain, standingOf, type Asking } from './learner-standing.ts';
import { listMyProgrammes, type MyProgramme } from './my-programme-queries.ts';
import { findRelease, listLearnerModules, type RecordedCompletion, type Release } from './queries.ts';
import { progressOf, resumeAddress } from './resume-address.ts';
import type { ModuleAsking } from './window-queries.ts';

/** A module that was done is asked for again by the programme it is listed under. */
export interface Again extends Pick<ModuleAsking, 'deadline' | 'countsFrom'> {
  /** From now on; otherwise from a day that is to come. */
  isDue: boolean;
}

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
  /** Of the latest completion, even if it is to be done again. */
  attestationHref: string | null;
  doneOn: CivilDate | null;
  /** The day from which that completion counts. */
  completedOn: CivilDate | null;
  readCount: number;
  lessonCount: number;
  /** Why it is to be done again. */
  redo: Release | null;
  again: Again | null;
}

/** What a person still owes to a programme; done, credited and exempt owe nothing. */
export type ProgrammeState = 'to-do' | 'done' | 'done-elsewhere' | 'exempt';

export interface ProgrammeLine extends Pick<MyProgramme, 'slug' | 'name' | 'deadline' | 'creditedOn'> {
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
  const free = lines.map(({ line }) => line).filter(({ moduleId }) => !asked.has(moduleId));
  return { programmes, free };
}

function programmeLine(programme: MyProgramme, lines: readonly Lines[], today: CivilDate): ProgrammeLine {
  const { slug, name, deadline, creditedOn } = programme;
  const modules = programme.moduleIds.flatMap((id) => {
    const found = lines.find(({ line }) => line.moduleId === id);
    return found ? lineFor(programme, found) : [];
  });
  const doneCount = modules.filter((line) => countsFor(programme, line)).length;
  const daysLeft = daysBetween(today, deadline);
  return {
    slug,
    name,
    deadline,
    creditedOn,
    daysLeft,
    modules,
    doneCount,
    state: programmeState(programme, doneCount),
  };
}

/** The line as that programme asks: done for one may be to do again for another. */
function lineFor({ programmeId }: MyProgramme, { line, lineAgain, asking }: Lines): ModuleLine {
  const isOfIt = (ask: ModuleAsking) => ask.programmeId === programmeId;
  const now = asking.now.find(isOfIt);
  if (now && lineAgain) return { ...lineAgain, again: againFor(now, true) };
  const later = asking.later.find(isOfIt);
  return later ? { ...line, again: againFor(later, false) } : line;
}

const againFor = ({ deadline, countsFrom }: ModuleAsking, isDue: boolean): Again => ({ deadline, countsFrom, isDue });

function countsFor({ countsFrom }: MyProgramme, { standing, completedOn }: ModuleLine): boolean {
  return standing.state === 'completed' && (countsFrom === null || completedOn === null || completedOn >= countsFrom);
}

/** In the order of DESIGN §7: the first that applies. */
function programmeState({ moduleIds, creditedOn, isExempt }: MyProgramme, doneCount: number): ProgrammeState {
  if (moduleIds.length > 0 && doneCount === moduleIds.length) return 'done';
  if (creditedOn !== null) return 'done-elsewhere';
  return isExempt ? 'exempt' : 'to-do';
}

/** A module for the programmes that take what was done once as done, and for those that ask for it again. */
interface Lines {
  line: ModuleLine;
  /** Null when nobody does. */
  lineAgain: ModuleLine | null;
  asking: Asking;
}

async function listModuleLines(db: Kysely<Database>, personId: string, today: CivilDate): Promise<Lines[]> {
  const lines: Lines[] = [];
  for (const learner of await listLearnerModules(db, personId, today)) {
    const followed = await followedOf(db, learner);
    if (!followed) continue;
    const asking = askingOf(learner);
    const once = standingOf(followed);
    const again = asking.now.length > 0 ? standingAgain(followed) : null;
    lines.push({
      line: await moduleLine(db, followed, once.standing, once.completion),
      lineAgain: again && (await moduleLine(db, followed, again.standing, again.earlier[0] ?? null)),
      asking,
    });
  }
  return lines;
}

/** @param shown the completion to show with it, even if it is to be done again */
async function moduleLine(
  db: Kysely<Database>,
  followed: Followed,
  standing: ModuleStanding,
  shown: RecordedCompletion | null,
): Promise<ModuleLine> {
  const { code, moduleId, module } = followed.version;
  const { title, summary, minutes, lessons } = module;
  const { readAt } = progressOf(followed);
  const href = moduleAddress(code);
  return {
    ...{ code, moduleId, title, summary, minutes, standing, href },
    actionHref: standing.state === 'in-progress' ? resumeAddress(followed) : href,
    attestationHref: shown && attestationAddress(shown.id),
    completedOn: shown?.on ?? null,
    doneOn: shown?.doneOn ?? null,
    readCount: lessons.filter(({ slug }) => slug in readAt).length,
    lessonCount: lessons.length,
    redo: standing.state === 'not-started' && standing.redo ? await findRelease(db, standing.redo) : null,
    again: null,
  };
}
