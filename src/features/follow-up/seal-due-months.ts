import type { Act } from '#domain/identity/act.ts';
import { addDays, civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import type { FigureSource } from './load-follow-up-page.ts';
import { listAskedModules, listProgrammes } from './programme-queries.ts';
import { sealFingerprint } from './seal-fingerprint.ts';
import { insertSeal, listSeals } from './seal-queries.ts';
import type { Programme } from './situation.ts';
import { everyUnitTask } from './tasks/every-unit-task.ts';

/**
 * Seals the figures of every month that has ended and is not sealed yet, each chained to the one before. Doing it again
 * changes nothing. Returns how many months were sealed now.
 */
export async function sealDueMonths(source: FigureSource, act: Act): Promise<number> {
  const today = civilDateOf(act.at);
  let count = 0;
  for (const programme of await listProgrammes(source.db)) {
    const sealed = new Set((await listSeals(source.db, programme.programmeId)).map(({ day }) => day));
    for (const day of monthEnds(programme.opensOn, programme.closedOn ?? today, today))
      if (!sealed.has(day) && (await sealMonth(source, act, programme, day))) count += 1;
  }
  return count;
}

async function sealMonth(
  { db, tasks }: FigureSource,
  act: Act,
  programme: Programme,
  day: CivilDate,
): Promise<boolean> {
  const modules = await listAskedModules(db, programme.programmeId, day);
  const units = await tasks.run(everyUnitTask, { programme, day, modules, onlyModule: null });
  return inTransaction(db, async (trx) => {
    const seals = await listSeals(trx, programme.programmeId);
    // Two servers may come to it together: the first one seals.
    if (seals.some((seal) => seal.day === day)) return false;
    const previous = seals.at(-1)?.fingerprint ?? null;
    const fingerprint = sealFingerprint({ programme: programme.slug, day, previous, units });
    const seal = { sealId: newId(), programmeId: programme.programmeId, day, sealedAt: act.at, previous, fingerprint };
    await insertSeal(trx, seal, units);
    await recordDeed(trx, act, {
      verb: 'figures:seal',
      subjectKind: 'programme',
      subjectId: programme.programmeId,
      detail: { day, fingerprint },
    });
    return true;
  });
}

/** The last day of each month that ended before today, from the opening of a programme to its end. */
export function monthEnds(from: CivilDate, to: CivilDate, today: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let first = nextMonth(from); addDays(first, -1) < today && addDays(first, -1) <= to; first = nextMonth(first))
    days.push(addDays(first, -1));
  return days;
}

function nextMonth(day: CivilDate): CivilDate {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${nextYear}-${String(next).padStart(2, '0')}-01` as CivilDate;
}
