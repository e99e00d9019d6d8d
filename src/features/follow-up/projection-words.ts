import { remainingIn } from '#domain/obligation/obligation-counts.ts';
import { PACE_WINDOW_IN_DAYS, projectCompletion, type Projection } from '#domain/obligation/projection.ts';
import { daysBetween, type CivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import type { UnitFigures } from './situation.ts';
import { frenchCount, frenchPace } from './french-figures.ts';

/** What the pace promises, in sentences that carry their own formula. */
export interface ProjectionWords {
  needed: string;
  pace: string;
  projection: string;
}

/** The pace of a unit against the deadline; null when nobody remains to be trained. */
export function projectionWords(
  { counts, doneInWindow }: UnitFigures,
  day: CivilDate,
  deadline: CivilDate,
): ProjectionWords | null {
  const remaining = remainingIn(counts);
  if (remaining === 0) return null;
  const projection = projectCompletion(day, deadline, remaining, doneInWindow);
  return {
    needed: neededWords(projection, remaining),
    pace: paceWords(projection, doneInWindow),
    projection: projectedWords(projection, { remaining, doneInWindow, deadline }),
  };
}

/** « 6,8 sur 24 »: persons trained in a week, on what the deadline would need; « — » when nobody remains. */
export function weeklyWords(
  { counts, doneInWindow }: Pick<UnitFigures, 'counts' | 'doneInWindow'>,
  { day, deadline }: { day: CivilDate; deadline: CivilDate },
): string {
  const remaining = remainingIn(counts);
  if (remaining === 0) return '—';
  const { pacePerWeek, neededPerWeek } = projectCompletion(day, deadline, remaining, doneInWindow);
  const pace = frenchPace(pacePerWeek);
  return neededPerWeek === null ? pace : `${pace} sur ${frenchPace(neededPerWeek, 'up')}`;
}

function neededWords({ daysLeft, neededPerWeek }: Projection, remaining: number): string {
  const people = peopleWords(remaining);
  if (neededPerWeek !== null)
    return `${frenchPace(neededPerWeek, 'up')} par semaine (${frenchCount(remaining)} ÷ ${daysLeft} jours × 7)`;
  if (daysLeft < 0) return `l’échéance est dépassée : ${people} au plus tôt`;
  if (daysLeft === 0) return `${people} aujourd’hui`;
  return `${people} en ${daysLeft} jour${daysLeft > 1 ? 's' : ''}`;
}

function paceWords({ pacePerWeek }: Projection, doneInWindow: number): string {
  if (doneInWindow === 0) return `personne en ${PACE_WINDOW_IN_DAYS} jours`;
  return `${frenchPace(pacePerWeek)} par semaine (${peopleWords(doneInWindow)} en ${PACE_WINDOW_IN_DAYS} jours)`;
}

/** The formula has whole numbers only, so that whoever checks it finds the same day. */
function projectedWords(
  { projectedOn, daysToGo }: Projection,
  { remaining, doneInWindow, deadline }: { remaining: number; doneInWindow: number; deadline: CivilDate },
): string {
  if (daysToGo === null) return `pas de projection : personne n’a terminé ces ${PACE_WINDOW_IN_DAYS} derniers jours`;
  if (projectedOn === null) return 'pas de projection : à ce rythme, il faudrait plus de dix ans';
  const days = `${frenchCount(daysToGo)} jour${daysToGo > 1 ? 's' : ''}`;
  const formula = `${frenchCount(remaining)} ÷ ${frenchCount(doneInWindow)} × ${PACE_WINDOW_IN_DAYS}, soit ${days}`;
  return `vers le ${frenchDate(projectedOn)}, ${marginWords(daysBetween(deadline, projectedOn))} (${formula})`;
}

function marginWords(daysAfter: number): string {
  if (daysAfter > 0) return `${frenchCount(daysAfter)} jour${daysAfter > 1 ? 's' : ''} après l’échéance`;
  return daysAfter === 0 ? 'le jour de l’échéance' : 'avant l’échéance';
}

function peopleWords(count: number): string {
  return `${frenchCount(count)} personne${count > 1 ? 's' : ''}`;
}
