import { unitsUnder, type DayFigures } from './day-figures.ts';
import type { FactsRead } from './fact-store.ts';

/**
 * Who a file lists, in order, with where each of them stands and is: numbers and bytes alone, some megabytes for 300,000
 * persons, so that another worker writes the file while this one goes on answering pages.
 */
export interface ListedPeople {
  /** The ids of the persons, one to a line. */
  ids: Uint8Array;
  /** As in StandingColumns. */
  states: Uint8Array;
  since: Int32Array;
  /** Person n is in `units` from `unitsFrom[n]` to before `unitsFrom[n + 1]`: places in `unitNames`. */
  unitsFrom: Int32Array;
  units: Int32Array;
  unitNames: string[];
}

/** What is written of these persons, below a unit. */
export function listedPeople(facts: FactsRead, day: DayFigures, rootId: string, people: Int32Array): ListedPeople {
  const { organisation } = facts;
  const ids = Array.from(people, (place) => organisation.people.idAt(place)).join('\n');
  return {
    ids: new TextEncoder().encode(ids),
    states: Uint8Array.from(people, (place) => day.standings.state[place]!),
    since: Int32Array.from(people, (place) => day.standings.since[place]!),
    ...unitsOfPeople(facts, day, rootId, people),
    unitNames: organisation.units.map(({ name }) => name),
  };
}

function unitsOfPeople(facts: FactsRead, day: DayFigures, rootId: string, people: Int32Array) {
  const isUnder = unitsUnder(facts, day, [rootId]);
  const { person, unit } = day.presences;
  const rowOf = new Int32Array(facts.organisation.people.length).fill(-1);
  for (const [row, place] of people.entries()) rowOf[place] = row;

  const unitsFrom = new Int32Array(people.length + 1);
  const eachPresence = (hear: (row: number, unit: number) => void) => {
    for (let index = 0; index < person.length; index += 1) {
      const row = rowOf[person[index]!]!;
      if (row !== -1 && isUnder[unit[index]!] === 1) hear(row, unit[index]!);
    }
  };
  eachPresence((row) => (unitsFrom[row + 1]! += 1));
  for (let row = 0; row < people.length; row += 1) unitsFrom[row + 1]! += unitsFrom[row]!;
  const units = new Int32Array(unitsFrom[people.length]!);
  const next = unitsFrom.slice();
  eachPresence((row, place) => (units[next[row]!++] = place));
  // Units stand in the order of their names.
  for (let row = 0; row < people.length; row += 1)
    if (unitsFrom[row + 1]! - unitsFrom[row]! > 1) units.subarray(unitsFrom[row]!, unitsFrom[row + 1]!).sort();
  return { unitsFrom, units };
}
