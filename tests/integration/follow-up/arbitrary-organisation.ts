import fc from 'fast-check';
import type { Period } from '#domain/obligation/obligation-state.ts';
import { addDays } from '#domain/time/civil-date.ts';
import {
  dayOf,
  type CompletedFact,
  type ModuleFact,
  type SmallOrganisation,
  type SmallPerson,
} from './small-organisation.ts';

const EDITIONS = 3;
const WEEKS = 11;

/** A day among few, so that periods touch, overlap and coincide, and weeks, so that they fall on the edges of the pace's window. */
export const someDay = someWeek().map((week) => dayOf(week * 7));

/** Any small organisation: moves, several units at once, redone editions, exceptions of every kind, in any order. */
export const anyOrganisation: fc.Arbitrary<SmallOrganisation> = fc
  .record({ unitCount: fc.integer({ min: 1, max: 6 }), moduleCount: fc.integer({ min: 0, max: 2 }) })
  .chain(({ unitCount, moduleCount }) =>
    fc.record({
      parents: fc.tuple(...Array.from({ length: unitCount }, (_, index) => parentOf(index))),
      moduleCount: fc.constant(moduleCount),
      editions: fc.tuple(...editionsOf(moduleCount)),
      countsFrom: fc.option(someDay, { freq: 2 }),
      people: fc.array(anyPerson(unitCount, moduleCount), { maxLength: 5 }),
    }),
  );

function someWeek() {
  return fc.integer({ min: 0, max: WEEKS });
}

function parentOf(index: number): fc.Arbitrary<number | null> {
  return index === 0 ? fc.constant(null) : fc.integer({ min: 0, max: index - 1 });
}

function editionsOf(moduleCount: number) {
  return Array.from({ length: moduleCount * EDITIONS }, (_, index) => {
    const edition = (index % EDITIONS) + 1;
    const redoFrom = edition === 1 ? fc.constant(null) : fc.option(someDay, { freq: 2 });
    return redoFrom.map((from) => ({ module: Math.floor(index / EDITIONS), edition, redoFrom: from }));
  });
}

function anyPerson(unitCount: number, moduleCount: number): fc.Arbitrary<SmallPerson> {
  const membership = fc
    .tuple(anyPeriod, fc.integer({ min: 0, max: unitCount - 1 }))
    .map(([period, unit]) => ({ ...period, unit }));
  return fc.record({
    memberships: fc.uniqueArray(membership, { maxLength: 4, selector: ({ unit, from }) => `${unit} ${from}` }),
    designations: fc.oneof(fc.constant<Period[]>([{ from: dayOf(0), to: null }]), periods(2)),
    exemptions: rarely(periods(2)),
    absences: rarely(periods(2)),
    credits: rarely(periods(2)),
    begun: factsOf(moduleCount),
    completions: completionsOf(moduleCount),
  });
}

const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(someWeek(), fc.option(fc.integer({ min: 1, max: 6 })))
  .map(([week, length]) => ({ from: dayOf(week * 7), to: length === null ? null : dayOf((week + length) * 7) }));

function periods(maxLength: number) {
  return fc.uniqueArray(anyPeriod, { maxLength, selector: ({ from }) => from });
}

function rarely<Fact>(facts: fc.Arbitrary<Fact[]>): fc.Arbitrary<Fact[]> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<Fact[]>([]) }, { weight: 1, arbitrary: facts });
}

function factsOf(moduleCount: number): fc.Arbitrary<ModuleFact[]> {
  if (moduleCount === 0) return fc.constant<ModuleFact[]>([]);
  return fc.uniqueArray(anyFact(moduleCount), {
    maxLength: 6,
    selector: ({ module, edition }) => `${module} ${edition}`,
  });
}

/** Of an edition at most one stands; others may have been withdrawn, some of them on the day they were given. */
function completionsOf(moduleCount: number): fc.Arbitrary<CompletedFact[]> {
  if (moduleCount === 0) return fc.constant<CompletedFact[]>([]);
  const completion = fc
    .tuple(anyFact(moduleCount), fc.option(fc.integer({ min: 0, max: 4 }), { freq: 1 }))
    .map(([fact, weeks]) => ({ ...fact, to: weeks === null ? null : addDays(fact.on, weeks * 7) }));
  const selector = ({ module, edition, on, to }: CompletedFact) =>
    to === null ? `${module} ${edition}` : `${module} ${edition} ${on} ${to}`;
  return fc.uniqueArray(completion, { maxLength: 6, selector });
}

function anyFact(moduleCount: number): fc.Arbitrary<ModuleFact> {
  return fc.record({
    module: fc.integer({ min: 0, max: moduleCount - 1 }),
    edition: fc.integer({ min: 1, max: EDITIONS }),
    on: someDay,
  });
}
