import { expect, test } from 'vitest';
import { dueSteps, scheduleOn, type ReminderStep } from '#domain/obligation/reminder-steps.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

const day = (text: string) => text as CivilDate;
const programme = { programmeId: 'p', deadline: day('2026-12-31'), closedOn: null };
const WEEKEND = [6, 0];
const step = (daysBefore: number, audience: ReminderStep['audience'] = 'person', addedOn = '2026-01-05') => ({
  audience,
  daysBefore,
  addedOn: day(addedOn),
});
const ladder = [step(60), step(30), step(7), step(3, 'manager')];
const due = (
  today: string,
  { steps = ladder, quietDays = WEEKEND, done = [] as string[], closedOn = null as string | null } = {},
) =>
  dueSteps(
    day(today),
    { ...programme, closedOn: closedOn as CivilDate | null },
    { steps, quietDays },
    new Set(done),
  ).map(({ audience, daysBefore }) => `${audience} ${daysBefore}`);

test('a step is due on its day, and not before', () => {
  expect(due('2026-11-30')).toEqual([]);
  expect(due('2026-12-01')).toEqual(['person 30']);
});

test('a step done is not done again, even when another was added on the same day', () => {
  expect(due('2026-12-01', { done: ['step p person 2026-12-01'] })).toEqual([]);
  expect(due('2026-12-02', { done: ['step p person 2026-12-01'] })).toEqual([]);
});

test('a step that falls on a quiet day leaves on the next day that is not', () => {
  const steps = [step(12)];
  expect(due('2026-12-19', { steps })).toEqual([]);
  expect(due('2026-12-20', { steps })).toEqual([]);
  expect(due('2026-12-21', { steps })).toEqual(['person 12']);
});

test('a step is caught up with for six days, then missed', () => {
  expect(due('2026-12-07')).toEqual(['person 30']);
  expect(due('2026-12-08')).toEqual([]);
});

test('of two steps that have come, only the later one leaves', () => {
  const steps = [step(9), step(7)];
  expect(due('2026-12-22', { steps })).toEqual(['person 9']);
  expect(due('2026-12-24', { steps })).toEqual(['person 7']);
  expect(due('2026-12-24', { steps, done: ['step p person 2026-12-24'] })).toEqual([]);
});

test('persons and managers have their own steps', () => {
  const steps = [step(7), step(7, 'manager')];
  expect(due('2026-12-24', { steps })).toEqual(['person 7', 'manager 7']);
});

test('a step added after its day is not made up for', () => {
  expect(due('2026-12-02', { steps: [step(30, 'person', '2026-12-02')] })).toEqual([]);
  expect(due('2026-12-01', { steps: [step(30, 'person', '2026-12-01')] })).toEqual(['person 30']);
});

test('a closed programme reminds nobody', () => {
  expect(due('2026-12-01', { closedOn: '2026-12-01' })).toEqual([]);
  expect(due('2026-12-01', { closedOn: '2026-12-02' })).toEqual(['person 30']);
});

test('a deadline that is put off opens the step again on its new day', () => {
  const later = { ...programme, deadline: day('2027-01-14') };
  const done = new Set(['step p person 2026-12-01']);
  const settings = { steps: [step(30)], quietDays: WEEKEND };
  expect(dueSteps(day('2026-12-15'), later, settings, done)).toHaveLength(1);
});

test('a step may come after the deadline', () => {
  expect(due('2027-01-04', { steps: [step(-4)] })).toEqual(['person -4']);
});

test('the schedule says where each step stands, in the order of their days', () => {
  const done = new Set(['step p person 2026-11-01']);
  const shown = scheduleOn(day('2026-12-03'), programme, [...ladder].reverse(), done);
  expect(shown.map(({ dueOn, standing }) => `${dueOn} ${standing}`)).toEqual([
    '2026-11-01 done',
    '2026-12-01 due',
    '2026-12-24 to-come',
    '2026-12-28 to-come',
  ]);
  expect(scheduleOn(day('2026-12-20'), programme, [step(30)], new Set())[0]!.standing).toBe('missed');
});
