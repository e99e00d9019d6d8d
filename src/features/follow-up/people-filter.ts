import { parseCivilDate } from '#domain/time/civil-date.ts';
import type { UnitQueryValues } from './forms.ts';
import type { PeopleFilter } from './person-standing.ts';
import { STATE_CHOICES } from './state-words.ts';

/** Which people an address asks for. */
export function peopleFilterOf({
  etat,
  statut,
  recherche,
  categorie,
  fonction,
  depuis,
}: UnitQueryValues): PeopleFilter {
  return {
    states: STATE_CHOICES[etat].states,
    status: statut,
    rankGroup: categorie || null,
    job: fonction || null,
    arrivedSince: parseCivilDate(depuis),
    search: recherche,
  };
}
