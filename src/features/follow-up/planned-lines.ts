import { setImmediate as otherWork } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NEVER, NOT_CONCERNED } from '#domain/obligation/fact-columns.ts';
import { isLate } from '#domain/obligation/lateness.ts';
import { OBLIGATION_STATES } from '#domain/obligation/obligation-state.ts';
import { addDays, dateOfDayNumber } from '#domain/time/civil-date.ts';
import type { ListedPeople } from './columns/listed-people.ts';
import { personCells } from './export-lines.ts';
import type { Cell } from '#platform/lists/export-document.ts';
import { listCompletedVersions, listNamed } from './person-facts-queries.ts';
import type { Situation } from './situation.ts';

const PEOPLE_PER_STEP = 500;

/**
 * The lines of a file in small steps, read as they are written: nothing but one step is in memory.
 * @param onLines hears how many lines are done
 */
export async function* plannedLines(
  reader: Kysely<Database>,
  people: ListedPeople,
  situation: Situation,
  onLines: (done: number) => void,
): AsyncGenerator<Cell[][]> {
  const { programme, day } = situation;
  const lastDay = addDays(programme.deadline, programme.graceDays);
  const count = people.states.length;
  const idsOf = idReader(people.ids);
  for (let from = 0; from < count; from += PEOPLE_PER_STEP) {
    const ids = idsOf(Math.min(PEOPLE_PER_STEP, count - from));
    const named = await listNamed(reader, ids, day);
    const done = ids.filter((_, index) => OBLIGATION_STATES[people.states[from + index]!] === 'done');
    const versions = await listCompletedVersions(reader, situation, done);
    yield ids.flatMap((id, index) => {
      // Erased since they were chosen.
      const person = named.get(id);
      if (!person) return [];
      const standing = standingOf(people, from + index);
      return [
        personCells({
          ...person,
          standing,
          isLate: standing !== null && isLate(standing.state, day, lastDay),
          units: unitsOf(people, from + index),
          versions: versions.get(id) ?? [],
        }),
      ];
    });
    onLines(from + ids.length);
    // Between two steps, whatever else this worker has in hand.
    await otherWork();
  }
}

function standingOf({ states, since }: ListedPeople, row: number) {
  if (states[row] === NOT_CONCERNED) return null;
  const day = since[row]!;
  return { state: OBLIGATION_STATES[states[row]!]!, since: day === NEVER ? null : dateOfDayNumber(day) };
}

function unitsOf({ units, unitsFrom, unitNames }: ListedPeople, row: number) {
  return Array.from(units.subarray(unitsFrom[row], unitsFrom[row + 1]), (place) => ({ name: unitNames[place]! }));
}

const LINE_END = 10;

/** Reads ids one after the other, some at a time. */
function idReader(bytes: Uint8Array): (count: number) => string[] {
  const decoder = new TextDecoder();
  let at = 0;
  return (count) => {
    let end = at;
    for (let found = 0; found < count && end < bytes.length; found += 1) {
      const next = bytes.indexOf(LINE_END, end);
      end = next === -1 ? bytes.length + 1 : next + 1;
    }
    const ids = decoder.decode(bytes.subarray(at, end - 1)).split('\n');
    at = end;
    return ids;
  };
}
