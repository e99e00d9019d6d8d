import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { TaskContext } from '#platform/tasks/task.ts';
import { readDay, type DayFigures } from '../columns/day-figures.ts';
import { FactStore, type FactsRead } from '../columns/fact-store.ts';
import type { Situation } from '../situation.ts';

/** When the facts behind some figures were read. */
export interface ReadingTime {
  readAt: Instant;
  /** Facts have changed since; the next pages will have them. */
  isStale: boolean;
}

export interface Figures extends ReadingTime {
  facts: FactsRead;
  day: DayFigures;
  reader: Kysely<Database>;
}

/** Days kept in memory: about 4 MB each for 300,000 persons. */
const KEPT_DAYS = 6;

/**
 * The facts of a programme and what they make on the day asked for, kept from one page to the next.
 * @param isPatient true for what may wait: it gets the facts of this instant
 */
export async function readFigures(context: TaskContext, situation: Situation, isPatient = false): Promise<Figures> {
  const reader = context.keep('follow-up: reader', () => context.openReader());
  const store = context.keep('follow-up: facts', () => new FactStore(context.clock));
  const facts = await store.read(reader, situation.programme.programmeId, isPatient);
  const days = context.keep('follow-up: days', () => new Map<string, DayFigures>());
  const { programme, modules, onlyModule } = situation;
  const rule = [onlyModule, programme.countsFrom, ...modules.map(({ requiredEdition }) => requiredEdition)];
  const key = [programme.programmeId, situation.day, facts.revision, ...rule].join(' ');
  const day = days.get(key) ?? readDay(facts, situation);
  days.delete(key);
  days.set(key, day);
  for (const oldest of days.keys()) {
    if (days.size <= KEPT_DAYS) break;
    days.delete(oldest);
  }
  return { facts, day, reader, readAt: facts.readAt, isStale: facts.isStale };
}
