import type { SendingKind } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { concernedIn, type ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { FigureSource } from '#features/follow-up/load-follow-up-page.ts';
import type { Situation } from '#features/follow-up/situation.ts';
import { everyUnitTask } from '#features/follow-up/tasks/every-unit-task.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { digestLetter, escalationLetter, type Letter, type LetterContext, type UnitPoint } from './letters.ts';
import { listManagersOn, type FollowingManager } from './manager-queries.ts';
import { insertManagerLetters, insertSending, type ManagerRow } from './preparing-queries.ts';

/** Writes to each manager how many are left in their units; nothing to those with nobody left. */
export async function prepareEscalation(
  source: FigureSource,
  act: Act,
  { sendingId, situation, context }: { sendingId: string; situation: Situation; context: LetterContext },
): Promise<void> {
  const countsOf = await readCounts(source, situation);
  const { programmeId, deadline } = situation.programme;
  const letterOf = (manager: FollowingManager) => {
    const units = pointsOf(manager, countsOf).filter(({ counts }) => counts['in-progress'] + counts['not-started'] > 0);
    return units.length === 0 ? null : escalationLetter(deadline, units, context);
  };
  const { subject } = escalationLetter(deadline, [], context);
  await store(source, act, { sendingId, kind: 'escalation', programmeId, subject, letterOf });
}

/** Writes the week's figures to each manager who wants them and has somebody concerned in their units. */
export async function prepareDigest(
  source: FigureSource,
  act: Act,
  { sendingId, situations, context }: { sendingId: string; situations: Situation[]; context: LetterContext },
): Promise<void> {
  const programmes: { deadline: Situation['programme']['deadline']; countsOf: CountsOf }[] = [];
  for (const situation of situations)
    programmes.push({ deadline: situation.programme.deadline, countsOf: await readCounts(source, situation) });
  const letterOf = (manager: FollowingManager) => {
    if (manager.refusesDigest) return null;
    const points = programmes
      .map(({ deadline, countsOf }) => ({ deadline, units: pointsOf(manager, countsOf).filter(isOfSomebody) }))
      .filter(({ units }) => units.length > 0);
    return points.length === 0 ? null : digestLetter(points, context);
  };
  const { subject } = digestLetter([], context);
  await store(source, act, { sendingId, kind: 'digest', programmeId: null, subject, letterOf });
}

type CountsOf = (code: string) => ObligationCounts | undefined;

async function readCounts({ tasks }: FigureSource, situation: Situation): Promise<CountsOf> {
  const units = new Map((await tasks.run(everyUnitTask, situation)).map(({ code, counts }) => [code, counts]));
  return (code) => units.get(code);
}

function pointsOf({ units }: FollowingManager, countsOf: CountsOf): UnitPoint[] {
  return units.flatMap(({ code, name }) => {
    const counts = countsOf(code);
    return counts ? [{ unitName: name, counts }] : [];
  });
}

const isOfSomebody = ({ counts }: UnitPoint) => concernedIn(counts) > 0;

interface LettersToStore {
  sendingId: string;
  kind: Extract<SendingKind, 'escalation' | 'digest'>;
  programmeId: string | null;
  subject: string;
  letterOf(manager: FollowingManager): Letter | null;
}

async function store(
  { db }: FigureSource,
  act: Act,
  { sendingId, kind, programmeId, subject, letterOf }: LettersToStore,
): Promise<void> {
  const rows: ManagerRow[] = [];
  for (const manager of await listManagersOn(db, civilDateOf(act.at))) {
    const letter = letterOf(manager);
    if (letter) rows.push({ reminderId: newId(), ...manager, body: letter.body });
  }
  await inTransaction(db, async (trx) => {
    await insertSending(trx, act, { sendingId, kind, programmeId, unitId: null, choice: null, subject, body: '' });
    await insertManagerLetters(trx, sendingId, rows);
  });
}
