import { NEVER, NOT_CONCERNED } from '#domain/obligation/fact-columns.ts';
import { OBLIGATION_STATES, type ObligationStanding } from '#domain/obligation/obligation-state.ts';
import { dateOfDayNumber, dayNumberOf, type CivilDate } from '#domain/time/civil-date.ts';
import { foldText } from '#platform/db/fold-text.ts';
import type { PeopleSort } from '../forms.ts';
import type { PeopleFilter, PersonStanding } from '../person-standing.ts';
import { unitsUnder, type DayFigures } from './day-figures.ts';
import type { FactsRead } from './fact-store.ts';
import type { ListedUnit } from './organisation-columns.ts';

/** The persons under these units that the filter keeps, as places in the list of people, sorted as asked. */
export function selectPeople(
  facts: FactsRead,
  day: DayFigures,
  rootIds: readonly string[],
  filter: PeopleFilter,
  sort: PeopleSort,
): Int32Array {
  const isPresent = presentUnder(facts, day, rootIds);
  const keeps = matcherOf(facts, day, filter);
  const kept: number[] = [];
  for (let person = 0; person < isPresent.length; person += 1)
    if (isPresent[person] !== 0 && keeps(person)) kept.push(person);
  return sorted(Int32Array.from(kept), day, sort, isPresent);
}

/** For each person, 1 + the place of a unit under the roots where they are; 0 for whoever is in none. */
function presentUnder(facts: FactsRead, day: DayFigures, rootIds: readonly string[]): Int32Array {
  const isUnder = unitsUnder(facts, day, rootIds);
  const places = new Int32Array(facts.organisation.people.length);
  const { person, unit } = day.presences;
  for (let row = 0; row < person.length; row += 1)
    if (isUnder[unit[row]!]) {
      const known = places[person[row]!]!;
      places[person[row]!] = known === 0 ? unit[row]! + 1 : Math.min(known, unit[row]! + 1);
    }
  return places;
}

function matcherOf(
  { organisation }: FactsRead,
  { standings, changed }: DayFigures,
  { states, status, rankGroup, job, arrivedSince, search }: PeopleFilter,
): (person: number) => boolean {
  const isAsked = new Uint8Array(256);
  for (const state of states) isAsked[state === null ? NOT_CONCERNED : OBLIGATION_STATES.indexOf(state)] = 1;
  const { people } = organisation;
  const arrivals = arrivedSince === null ? null : arrivedAfter(organisation, dayNumberOf(arrivedSince));
  const words = foldText(search).split(' ').filter(Boolean);
  const found = words.map((word) => people.placesWith(word));
  const hasTraits = status !== null || rankGroup !== null || job !== null;
  return (place) => {
    if (isAsked[standings.state[place]!] === 0 || arrivals?.[place] === 0) return false;
    if (hasTraits) {
      const traits = people.traitsAt(place, changed);
      if (status !== null && traits.status !== status) return false;
      if (rankGroup !== null && traits.rankGroup !== rankGroup) return false;
      if (job !== null && traits.job !== job) return false;
    }
    return found.every((isFound) => isFound[place] === 1);
  };
}

/** Who came to a unit on that day or since. */
function arrivedAfter({ memberships, people }: FactsRead['organisation'], since: number): Uint8Array {
  const has = new Uint8Array(people.length);
  for (let row = 0; row < memberships.person.length; row += 1)
    if (memberships.from[row]! >= since) has[memberships.person[row]!] = 1;
  return has;
}

function sorted(people: Int32Array, { standings }: DayFigures, sort: PeopleSort, unitOf: Int32Array): Int32Array {
  // People stand in the order of their names already: equal keys keep it.
  const direction = sort.startsWith('-') ? -1 : 1;
  switch (sort) {
    case 'nom':
      return people;
    case '-nom':
      return people.reverse();
    case 'etat':
    case '-etat':
      return people.sort((a, b) => direction * (standings.state[a]! - standings.state[b]!) || a - b);
    case 'date':
    case '-date':
      // Facts without a day stand last, whichever way one sorts.
      return people.sort((a, b) => {
        const [one, other] = [standings.since[a]!, standings.since[b]!];
        if (one === NEVER || other === NEVER) return Number(one === NEVER) - Number(other === NEVER) || a - b;
        return direction * (one - other) || a - b;
      });
    case 'unite':
    case '-unite':
      // Units stand in the order of their names.
      return people.sort((a, b) => direction * (unitOf[a]! - unitOf[b]!) || a - b);
  }
}

/** A person as they were that day, with where they stood. */
export function personStanding(
  { organisation }: FactsRead,
  { standings, changed }: DayFigures,
  place: number,
): PersonStanding {
  return { ...organisation.people.at(place, changed), standing: standingOf(standings, place) };
}

function standingOf({ state, since }: DayFigures['standings'], place: number): ObligationStanding | null {
  if (state[place] === NOT_CONCERNED) return null;
  const day = since[place]!;
  return {
    state: OBLIGATION_STATES[state[place]!]!,
    since: day === NEVER ? null : (dateOfDayNumber(day) satisfies CivilDate),
  };
}

/** Under these units, where each of these people is; the units of whoever is in several come in the order of their names. */
export function placesUnder(
  facts: FactsRead,
  day: DayFigures,
  rootIds: readonly string[],
  people: Int32Array,
): (person: number) => PlaceName[] {
  const isUnder = unitsUnder(facts, day, rootIds);
  const isAsked = new Uint8Array(facts.organisation.people.length);
  for (const place of people) isAsked[place] = 1;
  const units = new Map<number, Set<number>>();
  const { person, unit } = day.presences;
  for (let row = 0; row < person.length; row += 1) {
    if (isAsked[person[row]!] === 0 || isUnder[unit[row]!] === 0) continue;
    const known = units.get(person[row]!);
    if (known) known.add(unit[row]!);
    else units.set(person[row]!, new Set([unit[row]!]));
  }
  return (place) =>
    [...(units.get(place) ?? [])]
      .sort((one, other) => one - other)
      .map((found) => {
        const { code, name } = facts.organisation.units[found]!;
        return { code, name };
      });
}

type PlaceName = Pick<ListedUnit, 'code' | 'name'>;
