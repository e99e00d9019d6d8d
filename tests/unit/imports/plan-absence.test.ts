import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KnownAbsence } from '#domain/organisation/known-person.ts';
import { planAbsence } from '#domain/organisation/plan-absence.ts';
import type { StatedAbsence } from '#domain/organisation/statements.ts';
import { addDays, type CivilDate } from '#domain/time/civil-date.ts';

const TODAY = '2026-11-23' as CivilDate;
const day = (count: number) => addDays(TODAY, count);
const known = (from: number, to: number | null, reason: KnownAbsence['reason'] = 'mission'): KnownAbsence => ({
  absenceId: 'x',
  from: day(from),
  to: to === null ? null : day(to),
  reason,
});

test.each<[string, StatedAbsence, KnownAbsence[], unknown]>([
  ['counts from today', { reason: 'sick', from: day(-9), through: day(3) }, [], { open: { from: day(0), to: day(4) } }],
  ['is over', { reason: 'sick', from: day(-9), through: day(-1) }, [], { open: null, change: null }],
  ['is known', { reason: 'mission', from: day(-9), through: day(3) }, [known(-5, 4)], { open: null, change: null }],
  ['lasts longer', { reason: 'mission', from: null, through: null }, [known(-5, 4)], { change: { to: null } }],
  [
    'has another reason',
    { reason: 'sick', from: null, through: day(8) },
    [known(-5, 4)],
    { open: { from: day(0), to: day(9), reason: 'sick' }, change: { to: day(0), reason: 'mission' } },
  ],
])('an absence that %s', (_what, stated, absences, plan) => {
  expect(planAbsence(stated, absences, TODAY)).toMatchObject({ plan });
});

test('one that begins before another is not guessed at', () => {
  const planned = planAbsence({ reason: 'sick', from: null, through: null }, [known(5, 9)], TODAY);
  expect(planned).toMatchObject({ objection: { reason: 'une autre absence est déjà notée à partir du 28/11/2026' } });
});

const reason = fc.constantFrom<KnownAbsence['reason']>('mission', 'leave', 'sick');
const stated = fc
  .record({ reason, from: fc.option(fc.integer({ min: -9, max: 9 })), length: fc.option(fc.nat(12)) })
  .map(({ reason: why, from, length }): StatedAbsence => {
    const begins = from === null ? null : day(from);
    return { reason: why, from: begins, through: length === null ? null : addDays(begins ?? TODAY, length) };
  });
const absences = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -9, max: 20 }), fc.integer({ min: 1, max: 6 }), reason), {
    selector: ([from]) => from,
    maxLength: 3,
  })
  .map((rows) => rows.map(([from, length, why], at) => ({ ...known(from, from + length, why), absenceId: `x${at}` })))
  .map((rows) => rows.filter(({ to }) => to !== null && to > TODAY).sort((a, b) => (a.from < b.from ? -1 : 1)));

test('whatever is stated, past days keep their absences, and stating it again changes nothing', () => {
  fc.assert(
    fc.property(stated, absences, (statement, before) => {
      const planned = planAbsence(statement, before, TODAY);
      if ('objection' in planned) return;
      const { open, change } = planned.plan;
      const after = before.map((absence) =>
        absence.absenceId === change?.absenceId ? { ...absence, reason: change.reason, to: change.to } : absence,
      );
      if (open) after.push({ absenceId: 'new', ...open });
      for (const { from, to } of after) expect(to === null || to > from).toBe(true);
      for (let past = -10; past < 0; past += 1)
        expect(after.some((one) => counts(one, day(past)))).toBe(before.some((one) => counts(one, day(past))));
      const sorted = after.filter(({ to }) => to === null || to > TODAY).sort((a, b) => (a.from < b.from ? -1 : 1));
      expect(planAbsence(statement, sorted, TODAY)).toEqual({ plan: { open: null, change: null } });
    }),
    { numRuns: 2000 },
  );
});

const counts = ({ from, to }: KnownAbsence, on: CivilDate) => from <= on && (to === null || to > on);
