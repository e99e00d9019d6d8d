/**
 * The facts of a whole organisation in columns of numbers: persons, units and modules are places in lists, days are day
 * numbers. The state of 300,000 persons on any day is then read in some tens of milliseconds. It must say of each person
 * what `obligationStandingOn` says; a property test holds the two together.
 */

/** The end of a period that has none. */
export const NEVER = 2 ** 31 - 1;

/** Half-open periods [from, to) of persons; a person may have several. */
export interface PeriodColumns {
  person: Int32Array;
  from: Int32Array;
  to: Int32Array;
}

/** Periods of persons in units. */
export interface MembershipColumns extends PeriodColumns {
  unit: Int32Array;
}

/** What persons did with editions of modules. */
export interface FactColumns {
  person: Int32Array;
  /** A place in the programme's list of modules. */
  module: Int32Array;
  edition: Int32Array;
  on: Int32Array;
}

/** Completions count on [on, to): one that was given in error has an end, the others NEVER. */
export interface CompletionColumns extends FactColumns {
  to: Int32Array;
}

/** What one programme makes figures of. */
export interface ProgrammeColumns {
  personCount: number;
  moduleCount: number;
  designations: PeriodColumns;
  exemptions: PeriodColumns;
  /** From the day they count. */
  credits: PeriodColumns;
  absences: PeriodColumns;
  begun: FactColumns;
  completions: CompletionColumns;
}

/** What a programme asks for on the day. */
export interface AskedOn {
  /** The oldest edition that counts, for each module. */
  requiredEditions: readonly number[];
  /** What was done before this day does not count; null for any day. */
  countsFrom: number | null;
  /** The place of the one module that is looked at; null for all of them. */
  onlyModule: number | null;
}

/** Where each person stands: places in OBLIGATION_STATES, NOT_CONCERNED, and the day of the fact that gives the state. */
export interface StandingColumns {
  state: Uint8Array;
  /** A day number; NEVER when nothing has happened. */
  since: Int32Array;
}

export const NOT_CONCERNED = 255;

const [DONE, DONE_ELSEWHERE, EXEMPT, ABSENT, IN_PROGRESS, NOT_STARTED] = [0, 1, 2, 3, 4, 5];

/** Where every person stands on a day, from what had happened by then: the first state that applies (DESIGN §7). */
export function standingsOn(day: number, asked: AskedOn, columns: ProgrammeColumns): StandingColumns {
  const { personCount } = columns;
  const state = new Uint8Array(personCount).fill(NOT_CONCERNED);
  const since = new Int32Array(personCount).fill(NEVER);
  for (const person of currentPersons(columns.designations, day)) state[person] = NOT_STARTED!;
  // From the last state that may apply to the first: what comes later here wins.
  const claim = (claimed: number, starts: Int32Array) => {
    for (let person = 0; person < personCount; person += 1)
      if (state[person] !== NOT_CONCERNED && starts[person] !== NEVER) {
        state[person] = claimed;
        since[person] = starts[person]!;
      }
  };
  claim(IN_PROGRESS!, firstBegun(day, asked, columns));
  claim(ABSENT!, firstStarts(columns.absences, day, personCount));
  claim(EXEMPT!, firstStarts(columns.exemptions, day, personCount));
  claim(DONE_ELSEWHERE!, firstStarts(columns.credits, day, personCount));
  claim(DONE!, completedDays(day, asked, columns));
  return { state, since };
}

function* currentPersons({ person, from, to }: PeriodColumns, day: number): Generator<number> {
  for (let row = 0; row < person.length; row += 1) if (from[row]! <= day && day < to[row]!) yield person[row]!;
}

/** For each person, the first day of a period that holds on the day. */
function firstStarts({ person, from, to }: PeriodColumns, day: number, personCount: number): Int32Array {
  const starts = new Int32Array(personCount).fill(NEVER);
  for (let row = 0; row < person.length; row += 1)
    if (from[row]! <= day && day < to[row]!) starts[person[row]!] = Math.min(starts[person[row]!]!, from[row]!);
  return starts;
}

function firstBegun(day: number, asked: AskedOn, { begun, personCount }: ProgrammeColumns): Int32Array {
  const starts = new Int32Array(personCount).fill(NEVER);
  for (let row = 0; row < begun.person.length; row += 1)
    if (isCounted(begun, row, day, asked)) {
      const person = begun.person[row]!;
      starts[person] = Math.min(starts[person]!, begun.on[row]!);
    }
  return starts;
}

/** For each person, the day on which the last required module was completed; NEVER while one is missing. */
function completedDays(day: number, asked: AskedOn, columns: ProgrammeColumns): Int32Array {
  const { completions, personCount, moduleCount } = columns;
  const days = new Int32Array(personCount).fill(NEVER);
  if (moduleCount === 0) return days;
  const first = new Int32Array(personCount * moduleCount).fill(NEVER);
  for (let row = 0; row < completions.person.length; row += 1)
    if (day < completions.to[row]! && isCounted(completions, row, day, asked)) {
      const place = completions.person[row]! * moduleCount + completions.module[row]!;
      first[place] = Math.min(first[place]!, completions.on[row]!);
    }
  for (let person = 0; person < personCount; person += 1) {
    let last = 0;
    for (let module = 0; module < moduleCount; module += 1)
      if (asked.onlyModule === null || asked.onlyModule === module)
        last = Math.max(last, first[person * moduleCount + module]!);
    days[person] = last;
  }
  return days;
}

function isCounted(facts: FactColumns, row: number, day: number, asked: AskedOn): boolean {
  const module = facts.module[row]!;
  const on = facts.on[row]!;
  return (
    (asked.onlyModule === null || module === asked.onlyModule) &&
    on <= day &&
    on >= (asked.countsFrom ?? on) &&
    facts.edition[row]! >= (asked.requiredEditions[module] ?? 1)
  );
}

/** Who is where on a day; a person in several units comes several times. */
export interface PresenceColumns {
  person: Int32Array;
  unit: Int32Array;
  /** For each person, how many units they are in. */
  placeCount: Uint8Array;
}

/** The memberships that hold on a day. */
export function presencesOn(day: number, memberships: MembershipColumns, personCount: number): PresenceColumns {
  const rows = [];
  const placeCount = new Uint8Array(personCount);
  const { person, from, to, unit } = memberships;
  for (let row = 0; row < person.length; row += 1)
    if (from[row]! <= day && day < to[row]!) {
      rows.push(row);
      placeCount[person[row]!]! += 1;
    }
  return {
    person: Int32Array.from(rows, (row) => person[row]!),
    unit: Int32Array.from(rows, (row) => unit[row]!),
    placeCount,
  };
}

/** One line for each unit: the states in their order, then the persons done in the days the pace is read over. */
export const FIGURES_PER_UNIT = 7;

export interface TreeOn {
  /** For each unit, the place of the one just above it; -1 at the top. */
  parents: Int32Array;
  /** Persons whose state dates from after this day are counted in the pace. */
  paceWindowStart: number;
}

/** Counts distinct persons in every unit and all that stands below it; whoever is in several units counts once in each subtree. */
export function countTree(tree: TreeOn, presences: PresenceColumns, standings: StandingColumns): Int32Array {
  const { parents, paceWindowStart } = tree;
  const figures = new Int32Array(parents.length * FIGURES_PER_UNIT);
  const counted = new Map<number, Set<number>>();
  for (let row = 0; row < presences.person.length; row += 1) {
    const person = presences.person[row]!;
    const state = standings.state[person]!;
    if (state === NOT_CONCERNED) continue;
    const isRecent = state <= DONE_ELSEWHERE! && standings.since[person]! > paceWindowStart;
    const reached = presences.placeCount[person]! > 1 ? setOf(counted, person) : null;
    for (let unit = presences.unit[row]!; unit !== -1; unit = parents[unit]!) {
      if (reached?.has(unit)) break;
      reached?.add(unit);
      figures[unit * FIGURES_PER_UNIT + state]! += 1;
      if (isRecent) figures[unit * FIGURES_PER_UNIT + FIGURES_PER_UNIT - 1]! += 1;
    }
  }
  return figures;
}

function setOf(sets: Map<number, Set<number>>, key: number): Set<number> {
  const known = sets.get(key);
  if (known) return known;
  const set = new Set<number>();
  sets.set(key, set);
  return set;
}
