import type { CivilDate } from '#domain/time/civil-date.ts';

const MONTHS = ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

/** The months that begin within the period, by the names that fit under a chart. */
export function monthsBetween(from: CivilDate, to: CivilDate): { label: string; firstDay: CivilDate }[] {
  const months = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const firstDay = `${year}-${String(month).padStart(2, '0')}-01` as CivilDate;
    if (firstDay > to) return months;
    if (firstDay >= from) months.push({ label: MONTHS[month - 1]!, firstDay });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
