import { isLate } from '#domain/obligation/lateness.ts';
import { addDays, parseCivilDate } from '#domain/time/civil-date.ts';
import type { UnitQueryValues } from './forms.ts';
import type { PeopleFilter } from './person-standing.ts';
import type { Situation } from './situation.ts';
import { STATE_CHOICES, type StateChoice } from './state-words.ts';

/** Which people an address asks for. Late is how a state is shown on a day: before the deadline and its grace, nobody is. */
export function peopleFilterOf(query: UnitQueryValues, { day, programme }: Situation): PeopleFilter {
  const { states }: StateChoice = STATE_CHOICES[query.etat];
  const lastDay = addDays(programme.deadline, programme.graceDays);
  return {
    states: query.retard === 'oui' ? states.filter((state) => state !== null && isLate(state, day, lastDay)) : states,
    status: query.statut,
    rankGroup: query.categorie || null,
    job: query.fonction || null,
    arrivedSince: parseCivilDate(query.depuis),
    search: query.recherche,
  };
}
