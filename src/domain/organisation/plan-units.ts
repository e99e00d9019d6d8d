import type { RefusedLine } from './refused-line.ts';
import type { UnitStatement } from './statements.ts';
import { unitFinder, unitObjection, type NamedUnit } from './unit-finder.ts';
import { unitsInCircles } from './unit-places.ts';

export interface KnownUnit extends NamedUnit {
  parentId: string | null;
  /** Persons affected to this very unit, today or later. */
  peopleCount: number;
}

export interface UnitPlan {
  line: number;
  kind: 'new' | 'changed' | 'moved' | 'unchanged';
  code: string;
  name: string;
  /** Null for a new unit. */
  unitId: string | null;
  /** The code of the unit above; null for the top. */
  parentCode: string | null;
  before: { name: string; parentCode: string | null } | null;
}

export interface UnitsPlan {
  plans: UnitPlan[];
  refusals: RefusedLine[];
  /** Open units absent from the file, without persons and with nothing left below: they may be closed. */
  left: KnownUnit[];
}

type Headings = Record<'code' | 'name' | 'parent', string | null>;

/** What a file of units changes: a pure function of the lines and of the units known. */
export function planUnits(
  statements: readonly UnitStatement[],
  known: readonly KnownUnit[],
  headings: Headings,
): UnitsPlan {
  const refusals: RefusedLine[] = [];
  const refuse = (line: number, column: string | null, objection: { reason: string; remedy: string }) =>
    refusals.push({ line, column, ...objection });
  const knownByCode = new Map(known.map((unit) => [unit.code.toLowerCase(), unit]));
  let accepted = statements.filter((statement) => {
    const objection = objectionTo(statement, statements, knownByCode);
    if (objection) refuse(statement.line, headings[objection.column], objection);
    return !objection;
  });

  // A refused line takes those that stand below it along: again until nothing more falls.
  for (;;) {
    const { plans, faults } = placeUnits(accepted, known, knownByCode);
    if (faults.length === 0) return { plans, refusals, left: unitsLeft(plans, known) };
    for (const { line, ...objection } of faults) refuse(line, headings.parent, objection);
    const fallen = new Set(faults.map(({ line }) => line));
    accepted = accepted.filter(({ line }) => !fallen.has(line));
  }
}

function objectionTo(
  statement: UnitStatement,
  statements: readonly UnitStatement[],
  knownByCode: ReadonlyMap<string, KnownUnit>,
) {
  const code = statement.code.toLowerCase();
  const first = firstLines(statements).get(code)!;
  if (first !== statement.line)
    return {
      column: 'code' as const,
      reason: `le code ${statement.code} est déjà à la ligne ${first}`,
      remedy: 'gardez une seule des deux lignes',
    };
  const unit = knownByCode.get(code);
  if (unit?.isClosed) return { column: 'code' as const, ...unitObjection('closed', statement.code) };
  if (!unit && statement.name === null)
    return {
      column: 'name' as const,
      reason: 'cette unité n’est pas encore connue, et son nom manque',
      remedy: 'écrivez son nom',
    };
  return null;
}

const firstLinesOf = new WeakMap<readonly UnitStatement[], Map<string, number>>();

function firstLines(statements: readonly UnitStatement[]): Map<string, number> {
  const made = firstLinesOf.get(statements);
  if (made) return made;
  const lines = new Map<string, number>();
  for (const { code, line } of statements) if (!lines.has(code.toLowerCase())) lines.set(code.toLowerCase(), line);
  firstLinesOf.set(statements, lines);
  return lines;
}

type Fault = { line: number; reason: string; remedy: string };

function placeUnits(
  statements: readonly UnitStatement[],
  known: readonly KnownUnit[],
  knownByCode: ReadonlyMap<string, KnownUnit>,
): { plans: UnitPlan[]; faults: Fault[] } {
  const stated = new Map(statements.map((statement) => [statement.code.toLowerCase(), statement]));
  const after = [
    ...known.map((unit) => ({ ...unit, name: stated.get(unit.code.toLowerCase())?.name ?? unit.name })),
    ...statements
      .filter(({ code }) => !knownByCode.has(code.toLowerCase()))
      .map(({ code, name }) => ({ unitId: code, code, name: name!, isClosed: false })),
  ];
  const find = unitFinder(after);
  const codeOf = new Map(known.map(({ unitId, code }) => [unitId, code]));
  const faults: Fault[] = [];
  const plans = statements.map((statement): UnitPlan => {
    const unit = knownByCode.get(statement.code.toLowerCase()) ?? null;
    const standing = unit?.parentId ? codeOf.get(unit.parentId)! : null;
    const found = statement.parent === null ? null : find(statement.parent);
    if (found && 'fault' in found)
      faults.push({ line: statement.line, ...unitObjection(found.fault, statement.parent!) });
    const parentCode = found && 'unit' in found ? found.unit.code : standing;
    return planOf(statement, unit, parentCode, standing);
  });
  return { plans, faults: faults.length > 0 ? faults : circleFaults(plans, known, codeOf) };
}

function planOf(
  { line, code, name }: UnitStatement,
  unit: KnownUnit | null,
  parentCode: string | null,
  standing: string | null,
): UnitPlan {
  if (!unit) return { line, kind: 'new', code, name: name!, unitId: null, parentCode, before: null };
  const isMoved = parentCode !== standing;
  const isRenamed = name !== null && name !== unit.name;
  return {
    line,
    kind: isMoved ? 'moved' : isRenamed ? 'changed' : 'unchanged',
    code: unit.code,
    name: name ?? unit.name,
    unitId: unit.unitId,
    parentCode,
    before: { name: unit.name, parentCode: standing },
  };
}

function circleFaults(
  plans: readonly UnitPlan[],
  known: readonly KnownUnit[],
  codeOf: ReadonlyMap<string, string>,
): Fault[] {
  const parents = new Map(known.map(({ code, parentId }) => [code, parentId ? codeOf.get(parentId)! : null]));
  for (const { code, parentCode } of plans) parents.set(code, parentCode);
  const circles = unitsInCircles(parents);
  return plans
    .filter(({ code, kind }) => circles.has(code) && kind !== 'unchanged' && kind !== 'changed')
    .map(({ line, code, parentCode }) => ({
      line,
      reason:
        code === parentCode
          ? `l’unité ${code} serait rattachée à elle-même`
          : `l’unité ${code} serait rattachée à ${parentCode}, qui est déjà au-dessous d’elle`,
      remedy: 'corrigez l’un des rattachements de la boucle',
    }));
}

function unitsLeft(plans: readonly UnitPlan[], known: readonly KnownUnit[]): KnownUnit[] {
  const named = new Set(plans.map(({ code }) => code));
  const parentOf = new Map(known.filter(({ isClosed }) => !isClosed).map(({ code, parentId }) => [code, parentId]));
  const codeOf = new Map(known.map(({ unitId, code }) => [unitId, code]));
  const childCounts = new Map<string, number>();
  const count = (code: string | null | undefined, change: number) => {
    if (code) childCounts.set(code, (childCounts.get(code) ?? 0) + change);
  };
  const planned = new Map(plans.map(({ code, parentCode }) => [code, parentCode]));
  const above = (code: string) => {
    const parentId = parentOf.get(code);
    return planned.has(code) ? planned.get(code) : parentId ? codeOf.get(parentId) : null;
  };
  for (const code of new Set([...parentOf.keys(), ...planned.keys()])) count(above(code), 1);
  const left: KnownUnit[] = [];
  let candidates = known.filter((unit) => !unit.isClosed && !named.has(unit.code) && unit.peopleCount === 0);
  for (;;) {
    const closable = candidates.filter(({ code }) => (childCounts.get(code) ?? 0) === 0);
    if (closable.length === 0) return left;
    for (const { code } of closable) count(above(code), -1);
    left.push(...closable);
    candidates = candidates.filter((unit) => !closable.includes(unit));
  }
}
