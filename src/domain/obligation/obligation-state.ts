import { isWithin, type CivilDate } from '../time/civil-date.ts';

/** Where a concerned person stands, in the order in which the first that applies is taken (DESIGN §7). */
export const OBLIGATION_STATES = ['done', 'done-elsewhere', 'exempt', 'absent', 'in-progress', 'not-started'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** A half-open period of civil dates, [from, to). */
export interface Period {
  from: CivilDate;
  to: CivilDate | null;
}

/** Something that happened with one edition of a module. */
export interface EditionFact {
  moduleId: string;
  edition: number;
  on: CivilDate;
}

/** The obligation facts of one person for one programme. */
export interface ObligationFacts {
  designations: readonly Period[];
  exemptions: readonly Period[];
  absences: readonly Period[];
  credits: readonly CivilDate[];
  begun: readonly EditionFact[];
  completions: readonly EditionFact[];
}

/** What a programme asks for. */
export interface ProgrammeRule {
  moduleIds: readonly string[];
  /** Editions published « à refaire »: from that day on, earlier editions count no more. */
  redos: readonly EditionFact[];
}

/** The state of a person on a day; null when the programme does not concern them that day. */
export function obligationStateOn(
  date: CivilDate,
  rule: ProgrammeRule,
  facts: ObligationFacts,
): ObligationState | null {
  const isIn = (period: Period) => isWithin(date, period.from, period.to);
  if (!facts.designations.some(isIn)) return null;
  if (completedOn(date, rule, facts) !== null) return 'done';
  if (facts.credits.some((doneOn) => doneOn <= date)) return 'done-elsewhere';
  if (facts.exemptions.some(isIn)) return 'exempt';
  if (facts.absences.some(isIn)) return 'absent';
  return hasBegun(date, rule, facts) ? 'in-progress' : 'not-started';
}

/** The day on which the last required module was completed, as seen on `date`; null while one is missing. */
export function completedOn(date: CivilDate, rule: ProgrammeRule, facts: ObligationFacts): CivilDate | null {
  const days = rule.moduleIds.map((moduleId) => firstDay(date, rule, facts.completions, moduleId));
  if (days.length === 0 || days.includes(null)) return null;
  return days.reduce((latest, day) => (day! > latest! ? day : latest));
}

function hasBegun(date: CivilDate, rule: ProgrammeRule, facts: ObligationFacts): boolean {
  return rule.moduleIds.some((moduleId) => firstDay(date, rule, facts.begun, moduleId) !== null);
}

function firstDay(
  date: CivilDate,
  rule: ProgrammeRule,
  facts: readonly EditionFact[],
  moduleId: string,
): CivilDate | null {
  const required = requiredEdition(date, rule, moduleId);
  const days = facts
    .filter((fact) => fact.moduleId === moduleId && fact.edition >= required && fact.on <= date)
    .map((fact) => fact.on);
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}

/** The oldest edition that counts on that day. */
export function requiredEdition(date: CivilDate, rule: Pick<ProgrammeRule, 'redos'>, moduleId: string): number {
  return rule.redos
    .filter((redo) => redo.moduleId === moduleId && redo.on <= date)
    .reduce((latest, redo) => Math.max(latest, redo.edition), 1);
}
