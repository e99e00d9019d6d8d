import { z } from 'zod';
import { isLate } from '#domain/obligation/lateness.ts';
import { addDays, type CivilDate } from '#domain/time/civil-date.ts';
import type { PeopleFilter } from '#features/follow-up/person-standing.ts';
import type { Programme } from '#features/follow-up/situation.ts';

/** Only those who can still do it are ever reminded: not those who are done, exempt or absent. */
export const REMINDED_STATES = ['in-progress', 'not-started'] as const;
export type RemindedState = (typeof REMINDED_STATES)[number];

export const LATENESS_CHOICES = ['all', 'late', 'not-late'] as const;

/** Whom somebody chose to remind, among those of a unit. */
export const ReminderChoice = z.object({
  states: z.array(z.enum(REMINDED_STATES)).default([...REMINDED_STATES]),
  lateness: z.enum(LATENESS_CHOICES).default('all'),
});
export type ReminderChoiceValues = z.output<typeof ReminderChoice>;

/** Everybody who can still do it. */
export const EVERYBODY_LEFT: ReminderChoiceValues = { states: [...REMINDED_STATES], lateness: 'all' };

/** The choice as the follow-up filters people: late is how a state is shown on a day. */
export function peopleChosen(
  { states, lateness }: ReminderChoiceValues,
  programme: Programme,
  day: CivilDate,
): PeopleFilter {
  const lastDay = addDays(programme.deadline, programme.graceDays);
  const isWanted = (state: RemindedState) =>
    lateness === 'all' || isLate(state, day, lastDay) === (lateness === 'late');
  return {
    states: states.filter(isWanted),
    status: null,
    rankGroup: null,
    job: null,
    arrivedSince: null,
    search: '',
  };
}
