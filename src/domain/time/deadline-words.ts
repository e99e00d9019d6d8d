import { daysBetween, type CivilDate } from './civil-date.ts';

/** « il reste 38 jours », « échéance aujourd’hui », « échéance dépassée depuis 3 jours ». */
export function deadlineWords(day: CivilDate, deadline: CivilDate): string {
  const left = daysBetween(day, deadline);
  if (left === 0) return 'échéance aujourd’hui';
  if (left > 0) return left === 1 ? 'il reste 1 jour' : `il reste ${left} jours`;
  return `échéance dépassée depuis ${-left} jour${left === -1 ? '' : 's'}`;
}
