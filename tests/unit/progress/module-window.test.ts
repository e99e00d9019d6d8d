import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completedOn } from '#domain/obligation/obligation-state.ts';
import {
  askingAgain,
  FIRST_WINDOW,
  isOfWindow,
  moduleWindow,
  type ModuleWindow,
  type WindowFacts,
} from '#domain/progress/module-window.ts';
import { addDays, type CivilDate } from '#domain/time/civil-date.ts';

const day = (text: string) => text as CivilDate;
const asks = (...days: string[]) => days.map((text) => ({ countsFrom: day(text) }));
const days = (...texts: string[]) => texts.map(day);
const since = (from: string, to?: string): ModuleWindow => ({ from: day(from), to: to ? day(to) : null });

const cases: [string, Partial<WindowFacts>, string, ModuleWindow][] = [
  ['nothing', {}, '2027-03-01', since(FIRST_WINDOW)],
  ['completed, and asked no more', { completions: days('2026-05-01') }, '2027-03-01', since(FIRST_WINDOW)],
  ['asked anew, never completed', { asks: asks('2027-01-01') }, '2027-03-01', since(FIRST_WINDOW)],
  [
    'begun before, completed once asked anew: one window, and one completion for both',
    { asks: asks('2027-01-01'), begun: [FIRST_WINDOW], completions: days('2027-02-01') },
    '2027-03-01',
    since(FIRST_WINDOW),
  ],
  [
    'completed, then asked anew',
    { asks: asks('2027-01-01'), completions: days('2026-05-01') },
    '2027-01-01',
    since('2027-01-01'),
  ],
  [
    'the last day before it is asked anew',
    { asks: asks('2027-01-01'), completions: days('2026-05-01') },
    '2026-12-31',
    since(FIRST_WINDOW, '2027-01-01'),
  ],
  [
    'completed on the day it counts from: asked and done',
    { asks: asks('2027-01-01'), completions: days('2027-01-01') },
    '2027-03-01',
    since(FIRST_WINDOW),
  ],
  [
    'asked anew two years in a row, done in neither: work goes on',
    { asks: asks('2027-01-01', '2028-01-01'), completions: days('2026-05-01') },
    '2028-03-01',
    since('2027-01-01'),
  ],
  [
    'asked anew two years in a row, done in both',
    { asks: asks('2028-01-01', '2027-01-01'), completions: days('2026-05-01', '2027-05-01') },
    '2028-03-01',
    since('2028-01-01'),
  ],
  [
    'begun again, and asked by nobody any more',
    { begun: [FIRST_WINDOW, day('2027-01-01')], completions: days('2026-05-01') },
    '2027-03-01',
    since('2027-01-01'),
  ],
  [
    'the completion before was withdrawn: everything is one window again',
    { asks: asks('2027-01-01'), begun: [FIRST_WINDOW, day('2027-01-01')] },
    '2027-03-01',
    since(FIRST_WINDOW),
  ],
];

test.each(cases)('%s', (_title, facts, on, window) => {
  expect(moduleWindow({ asks: [], begun: [], completions: [], ...facts }, day(on))).toEqual(window);
});

test('a module is asked again by programmes that count from a later day than its last completion, once that day has come', () => {
  const both = asks('2027-01-01', '2028-01-01');
  expect(askingAgain(both, days('2026-05-01'), day('2026-12-31'))).toEqual([]);
  expect(askingAgain(both, days('2026-05-01'), day('2027-01-01'))).toEqual(asks('2027-01-01'));
  expect(askingAgain(both, days('2026-05-01', '2027-05-01'), day('2028-01-01'))).toEqual(asks('2028-01-01'));
  expect(askingAgain(both, [], day('2028-01-01'))).toEqual([]);
});

describe('whatever is asked, begun and completed', () => {
  const anyDay = fc.integer({ min: 0, max: 60 }).map((count) => addDays(day('2026-12-01'), count));
  const anyDays = fc.array(anyDay, { maxLength: 6 });
  const anyFacts = fc.record({
    asks: anyDays.map((froms) => froms.map((countsFrom) => ({ countsFrom }))),
    begun: anyDays,
    completions: anyDays,
  });

  /** Lives every day in turn: has a new window opened this morning? */
  function livedThrough(facts: WindowFacts, until: CivilDate): CivilDate {
    let from = FIRST_WINDOW;
    for (let today = day('2026-12-01'); today <= until; today = addDays(today, 1)) {
      const isFirstDay = facts.asks.some((ask) => ask.countsFrom === today) || facts.begun.includes(today);
      const isDone = facts.completions.some((completion) => from <= completion && completion < today);
      if (isFirstDay && isDone) from = today;
    }
    return from;
  }

  test('the window is the one that living through the days leads to, and ends where the next one opens', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        const window = moduleWindow(facts, on);
        expect(window.from).toBe(livedThrough(facts, on));
        if (window.to !== null) {
          expect(livedThrough(facts, addDays(window.to, -1))).toBe(window.from);
          expect(livedThrough(facts, window.to)).toBe(window.to);
        } else expect(livedThrough(facts, day('2027-03-01'))).toBe(window.from);
      }),
    );
  });

  test('every day is of its own window and of no other', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, anyDay, (facts, on, other) => {
        const window = moduleWindow(facts, on);
        expect(isOfWindow(window, on)).toBe(true);
        expect(isOfWindow(window, other)).toBe(moduleWindow(facts, other).from === window.from);
      }),
    );
  });

  test('a programme has the module done if and only if it was done and is not asked again', () => {
    fc.assert(
      fc.property(anyDay, anyDays, anyDay, (countsFrom, done, on) => {
        const completions = done.filter((completion) => completion <= on);
        const isAskedAgain = askingAgain([{ countsFrom }], completions, on).length > 0;
        const rule = { moduleIds: ['m'], redos: [], countsFrom };
        const facts = { completions: completions.map((to) => ({ moduleId: 'm', edition: 1, on: to, to: null })) };
        const isDone = completedOn(on, rule, facts) !== null;
        expect(isDone).toBe(completions.length > 0 && countsFrom <= on && !isAskedAgain);
      }),
    );
  });

  test('whoever is asked again works in a window in which nothing is completed, so that it can be', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        const lived = { ...facts, completions: facts.completions.filter((completion) => completion <= on) };
        if (askingAgain(lived.asks, lived.completions, on).length === 0) return;
        const window = moduleWindow(lived, on);
        expect(lived.completions.some((completion) => isOfWindow(window, completion))).toBe(false);
      }),
    );
  });
});
