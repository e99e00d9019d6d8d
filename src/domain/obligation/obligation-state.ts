import { isWithin, type CivilDate } from '../time/civil-date.ts';

/** Where a concerned person stands, in the order in which the first that applies is taken (DESIGN §7). */
export const OBLIGATION_STATES = ['done', 'done-elsewhere', 'exempt', 'absent', 'in-progress', 'not-started'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** A half-open period of civil dates, [from, to); a null `to` has no end. */
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

/** A completion counts on [on, to): one that was given in error is withdrawn, and past days keep it. */
export interface CompletionFact extends EditionFact {
  /** The day it was withdrawn; null when it was not. */
  to: CivilDate | null;
}

/** The obligation facts of one person for one programme; periods may overlap, facts may be dated after the day asked for. */
export interface ObligationFacts {
  designations: readonly Period[];
  exemptions: readonly Period[];
  absences: readonly Period[];
  /** Something equivalent done outside, from the day it counts. */
  credits: readonly Period[];
  begun: readonly EditionFact[];
  completions: readonly CompletionFact[];
}

/** What a programme asks for. */
export interface ProgrammeRule {
  /** Every one of them is required; a programme without modules can be done by nobody. */
  moduleIds: readonly string[];
  /** Editions published « à refaire »: from that day on, earlier editions count no more. */
  redos: readonly EditionFact[];
  /** What was begun or completed before this day does not count, for a programme that asks for it anew; null for any day. */
  countsFrom: CivilDate | null;
}

/** A state and the first day of the fact that gives it: completed, credited, exempted, absent or begun; null when nothing has happened. */
export interface ObligationStanding {
  state: ObligationState;
  since: CivilDate | null;
}

/**
 * Where a person stands on a day, from what had happened by then; null when the programme does not concern them that day.
 * Being present in a unit is not looked at here: memberships say where a person is counted, not what they have done.
 */
export function obligationStandingOn(
  date: CivilDate,
  rule: ProgrammeRule,
  facts: ObligationFacts,
): ObligationStanding | null {
  if (firstStart(date, facts.designations) === null) return null;
  const sinceByState: Record<ObligationState, CivilDate | null> = {
    done: completedOn(date, rule, facts),
    'done-elsewhere': firstStart(date, facts.credits),
    exempt: firstStart(date, facts.exemptions),
    absent: firstStart(date, facts.absences),
    'in-progress': earliest(rule.moduleIds.flatMap((moduleId) => firstDay(date, rule, facts.begun, moduleId) ?? [])),
    'not-started': null,
  };
  const state = OBLIGATION_STATES.find((candidate) => sinceByState[candidate] !== null) ?? 'not-started';
  return { state, since: sinceByState[state] };
}

/** The state alone; null when the programme does not concern the person that day. */
export function obligationStateOn(
  date: CivilDate,
  rule: ProgrammeRule,
  facts: ObligationFacts,
): ObligationState | null {
  return obligationStandingOn(date, rule, facts)?.state ?? null;
}

/** The day on which the last required module was completed, as seen on `date`; null while one is missing. */
export function completedOn(
  date: CivilDate,
  rule: ProgrammeRule,
  facts: Pick<ObligationFacts, 'completions'>,
): CivilDate | null {
  const completions = facts.completions.filter(({ on, to }) => isWithin(date, on, to));
  const days = rule.moduleIds.map((moduleId) => firstDay(date, rule, completions, moduleId));
  if (days.length === 0 || days.includes(null)) return null;
  return days.reduce((latest, day) => (day! > latest! ? day : latest));
}

/** The oldest edition of a module that counts on that day. */
export function requiredEdition(date: CivilDate, rule: Pick<ProgrammeRule, 'redos'>, moduleId: string): number {
  return rule.redos
    .filter((redo) => redo.moduleId === moduleId && redo.on <= date)
    .reduce((latest, redo) => Math.max(latest, redo.edition), 1);
}

/** The first day, up to `date`, of a fact about an edition that still counts on `date`. */
function firstDay(
  date: CivilDate,
  rule: ProgrammeRule,
  facts: readonly EditionFact[],
  moduleId: string,
): CivilDate | null {
  const required = requiredEdition(date, rule, moduleId);
  const counted = facts.filter(
    (fact) =>
      fact.moduleId === moduleId &&
      fact.edition >= required &&
      fact.on <= date &&
      fact.on >= (rule.countsFrom ?? fact.on),
  );
  return earliest(counted.map((fact) => fact.on));
}

function firstStart(date: CivilDate, periods: readonly Period[]): CivilDate | null {
  return earliest(periods.filter(({ from, to }) => isWithin(date, from, to)).map(({ from }) => from));
}

function earliest(days: readonly CivilDate[]): CivilDate | null {
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}
