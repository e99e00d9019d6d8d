import type { PersonStatus } from '../identity/person-status.ts';
import { latestOf, type CivilDate } from '../time/civil-date.ts';
import type { KnownPerson } from './known-person.ts';
import { planAbsence, type AbsencePlan, type AbsenceToOpen } from './plan-absence.ts';
import type { RefusedLine } from './refused-line.ts';
import type { PersonStatement } from './statements.ts';
import { unitObjection, type FoundUnit, type NamedUnit } from './unit-finder.ts';

/** What is the same for every line of an import. */
export interface PlanRules {
  today: CivilDate;
  /** For new persons of whom the line does not say it. */
  defaultStatus: PersonStatus;
  findUnit(text: string): FoundUnit<NamedUnit>;
  /** The heading of a column, for refusals. */
  headingOf(field: 'familyName' | 'givenName' | 'email' | 'unit' | 'absence'): string | null;
}

/** Whom the installation knows that a line could mean. */
export interface Candidates {
  withHrNumber: KnownPerson | null;
  withEmail: readonly KnownPerson[];
  /** Whether others have the same name, with an HR number or without. */
  namesakes: { withNumber: boolean; withoutNumber: boolean };
}

export interface PersonFields {
  familyName: string;
  givenName: string;
  email: string | null;
  status: PersonStatus;
  rankGroup: string | null;
  job: string | null;
}

export interface NewPersonPlan {
  kind: 'new';
  line: number;
  hrNumber: string | null;
  fields: PersonFields;
  unitId: string;
  from: CivilDate;
  designateFrom: CivilDate | null;
  absence: AbsenceToOpen | null;
  /** Somebody else has the same name or the same e-mail: shown, never merged. */
  isFlagged: boolean;
}

export interface KnownPersonPlan {
  kind: 'known';
  line: number;
  personId: string;
  /** All fields when one of them changes; what they were brings them back. */
  fields: { before: PersonFields; after: PersonFields } | null;
  move: Move | null;
  designateFrom: CivilDate | null;
  absence: AbsencePlan;
  isFlagged: boolean;
}

/** From one unit to the next; a membership that begins that day or later gets its unit corrected instead. */
export type Move =
  | { kind: 'move'; closed: readonly { membershipId: string; unitId: string }[]; unitId: string; on: CivilDate }
  | { kind: 'correct'; membershipId: string; beforeUnitId: string; unitId: string; on: CivilDate };

export type PersonPlan = NewPersonPlan | KnownPersonPlan | { kind: 'refused'; refusals: RefusedLine[] };

/** What a line changes: a pure function of what it says and of who is known. */
export function planPerson(statement: PersonStatement, candidates: Candidates, rules: PlanRules): PersonPlan {
  const refusals: RefusedLine[] = [];
  const refuse = (column: string | null, { reason, remedy }: { reason: string; remedy: string }) =>
    refusals.push({ line: statement.line, column, reason, remedy });
  const known = whoIs(statement, candidates);
  if (known === 'uncertain') {
    refuse(rules.headingOf('email'), UNCERTAIN);
    return { kind: 'refused', refusals };
  }
  const unit = statement.unit === null ? null : rules.findUnit(statement.unit);
  if (unit && 'fault' in unit) refuse(rules.headingOf('unit'), unitObjection(unit.fault, statement.unit!));
  if (!known) for (const [field, what] of missingOf(statement)) refuse(rules.headingOf(field), what);
  const absence = planAbsence(statement.absence, known?.absences ?? [], rules.today);
  if ('objection' in absence) refuse(rules.headingOf('absence'), absence.objection);
  if (refusals.length > 0 || 'objection' in absence || (unit && 'fault' in unit)) return { kind: 'refused', refusals };

  const designateFrom = known?.isDesignated ? null : designationDay(statement, rules.today);
  const unitId = unit?.unit.unitId ?? null;
  if (!known) return newPerson(statement, candidates, rules, { unitId: unitId!, designateFrom, ...absence });
  return {
    kind: 'known',
    line: statement.line,
    personId: known.personId,
    fields: changedFields(known, statement),
    move: unitId === null ? null : moveOf(known, unitId, statement.since, rules.today),
    designateFrom,
    absence: absence.plan,
    isFlagged: sharesEmail(statement, candidates, known),
  };
}

/** True when nothing of a known person changes. */
export function isUnchanged({ fields, move, designateFrom, absence }: KnownPersonPlan): boolean {
  return !fields && !move && designateFrom === null && !absence.open && !absence.change;
}

const UNCERTAIN = {
  reason: 'la ligne est sans matricule, et une personne qui en a un porte le même courriel ou le même nom',
  remedy: 'écrivez le matricule de la ligne : une personne n’est jamais reconnue à son nom',
};

/** A person is known by HR number; by e-mail alone only when neither the line nor the person has a number. */
function whoIs(statement: PersonStatement, candidates: Candidates): KnownPerson | 'uncertain' | null {
  if (statement.hrNumber !== null) return candidates.withHrNumber;
  const { withEmail, namesakes } = candidates;
  if (withEmail.length > 1 || withEmail.some(({ hrNumber }) => hrNumber !== null)) return 'uncertain';
  if (withEmail[0]) return withEmail[0];
  return namesakes.withNumber ? 'uncertain' : null;
}

function missingOf(statement: PersonStatement) {
  const missing: ['familyName' | 'givenName' | 'unit', { reason: string; remedy: string }][] = [];
  const isNew = 'cette personne n’est pas encore connue, et';
  if (statement.familyName === null)
    missing.push(['familyName', { reason: `${isNew} son nom manque`, remedy: 'écrivez son nom' }]);
  if (statement.givenName === null)
    missing.push(['givenName', { reason: `${isNew} son prénom manque`, remedy: 'écrivez son prénom' }]);
  if (statement.unit === null)
    missing.push(['unit', { reason: `${isNew} son unité manque`, remedy: 'écrivez le code de son unité' }]);
  return missing;
}

function designationDay({ designated }: PersonStatement, today: CivilDate): CivilDate | null {
  if (designated === null) return null;
  return designated === 'today' ? today : latestOf(designated, today);
}

function newPerson(
  statement: PersonStatement,
  candidates: Candidates,
  rules: PlanRules,
  planned: { unitId: string; designateFrom: CivilDate | null; plan: AbsencePlan },
): NewPersonPlan {
  return {
    kind: 'new',
    line: statement.line,
    hrNumber: statement.hrNumber,
    fields: {
      familyName: statement.familyName!,
      givenName: statement.givenName!,
      email: statement.email,
      status: statement.status ?? rules.defaultStatus,
      rankGroup: statement.rankGroup,
      job: statement.job,
    },
    unitId: planned.unitId,
    from: statement.since ?? rules.today,
    designateFrom: planned.designateFrom,
    absence: planned.plan.open,
    isFlagged:
      candidates.namesakes.withNumber || candidates.namesakes.withoutNumber || sharesEmail(statement, candidates, null),
  };
}

function sharesEmail({ email }: PersonStatement, { withEmail }: Candidates, known: KnownPerson | null): boolean {
  return email !== null && withEmail.some(({ personId }) => personId !== known?.personId);
}

/** An empty cell changes nothing. */
function changedFields(known: KnownPerson, statement: PersonStatement): KnownPersonPlan['fields'] {
  const { familyName, givenName, email, status, rankGroup, job } = known;
  const before: PersonFields = { familyName, givenName, email, status, rankGroup, job };
  const after: PersonFields = {
    familyName: statement.familyName ?? familyName,
    givenName: statement.givenName ?? givenName,
    email: statement.email ?? email,
    status: statement.status ?? status,
    rankGroup: statement.rankGroup ?? rankGroup,
    job: statement.job ?? job,
  };
  const isSame = (Object.keys(before) as (keyof PersonFields)[]).every((field) => before[field] === after[field]);
  return isSame ? null : { before, after };
}

/** Past days keep their unit: a move counts from today at the earliest. */
function moveOf(known: KnownPerson, unitId: string, since: CivilDate | null, today: CivilDate): Move | null {
  if (known.memberships.some((membership) => membership.unitId === unitId)) return null;
  const on = since === null ? today : latestOf(since, today);
  const recent = known.memberships.find(({ from }) => from >= on);
  if (recent && known.memberships.length === 1)
    return { kind: 'correct', membershipId: recent.membershipId, beforeUnitId: recent.unitId, unitId, on: recent.from };
  const closed = known.memberships.filter(({ from }) => from < on);
  return {
    kind: 'move',
    closed: closed.map(({ membershipId, unitId: left }) => ({ membershipId, unitId: left })),
    unitId,
    on,
  };
}
