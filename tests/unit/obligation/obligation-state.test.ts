import { expect, test } from 'vitest';
import {
  completedOn,
  obligationStandingOn,
  obligationStateOn,
  requiredEdition,
  type CompletionFact,
  type EditionFact,
  type ObligationFacts,
} from '#domain/obligation/obligation-state.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

const day = (text: string) => text as CivilDate;
const period = (from: string, to: string | null = null) => ({ from: day(from), to: to === null ? null : day(to) });
const fact = (moduleId: string, on: string, edition = 1): EditionFact => ({ moduleId, edition, on: day(on) });

const completed = (moduleId: string, on: string, to: string | null = null, edition = 1): CompletionFact => ({
  ...fact(moduleId, on, edition),
  to: to === null ? null : day(to),
});

const rule = { moduleIds: ['m1', 'm2'], redos: [], countsFrom: null };
const redone = { ...rule, redos: [fact('m2', '2026-06-01', 2)] };
const designated: ObligationFacts = {
  designations: [period('2026-01-12')],
  exemptions: [],
  absences: [],
  credits: [],
  begun: [],
  completions: [],
};
const done = { completions: [completed('m1', '2026-03-01'), completed('m2', '2026-04-01')] };
const withdrawn = { completions: [completed('m1', '2026-03-01'), completed('m2', '2026-04-01', '2026-04-20')] };
const credited = { credits: [{ from: day('2026-04-02'), to: null }] };
const exempt = { exemptions: [period('2026-04-03')] };
const absent = { absences: [period('2026-04-04')] };
const begun = { begun: [fact('m1', '2026-04-05')] };

test.each<[string, Partial<ObligationFacts>, string, string | null]>([
  ['done, whatever else applies', { ...done, ...credited, ...exempt, ...absent, ...begun }, 'done', '2026-04-01'],
  ['done elsewhere before exempt', { ...credited, ...exempt, ...absent, ...begun }, 'done-elsewhere', '2026-04-02'],
  ['exempt before absent', { ...exempt, ...absent, ...begun }, 'exempt', '2026-04-03'],
  ['absent before in progress', { ...absent, ...begun }, 'absent', '2026-04-04'],
  ['in progress once a module is begun', begun, 'in-progress', '2026-04-05'],
  ['not started when nothing has happened', {}, 'not-started', null],
  [
    'in progress with one module of two',
    { ...begun, completions: [completed('m1', '2026-04-20')] },
    'in-progress',
    '2026-04-05',
  ],
])('the first state that applies: %s', (_case, facts, state, since) => {
  expect(obligationStandingOn(day('2026-05-01'), rule, { ...designated, ...facts })).toEqual({ state, since });
});

test.each<[string, Partial<ObligationFacts>, string, string | null]>([
  ['nobody is concerned before the designation', {}, '2026-01-11', null],
  ['the first day of a designation counts', {}, '2026-01-12', 'not-started'],
  [
    'a designation ends before its last date',
    { designations: [period('2026-01-12', '2026-05-01')] },
    '2026-05-01',
    null,
  ],
  ['done counts nowhere without a designation', { ...done, designations: [] }, '2026-05-01', null],
  ['a completion counts from its day', done, '2026-04-01', 'done'],
  ['and not the day before', done, '2026-03-31', 'not-started'],
  ['a completion withdrawn counts until the day before', withdrawn, '2026-04-19', 'done'],
  ['and no more from the day it is withdrawn', withdrawn, '2026-04-20', 'not-started'],
  [
    'a completion withdrawn on its own day never counted',
    { completions: [completed('m1', '2026-03-01'), completed('m2', '2026-04-01', '2026-04-01')] },
    '2026-04-01',
    'not-started',
  ],
  [
    'a completion given again counts',
    { completions: [...withdrawn.completions, completed('m2', '2026-04-25')] },
    '2026-04-25',
    'done',
  ],
  ['a credit counts from its day', credited, '2026-04-01', 'not-started'],
  [
    'an absence ends before its last date',
    { absences: [period('2026-04-01', '2026-04-10')] },
    '2026-04-10',
    'not-started',
  ],
  [
    'overlapping absences make one',
    { absences: [period('2026-04-01', '2026-04-10'), period('2026-04-05', '2026-04-20')] },
    '2026-04-15',
    'absent',
  ],
  [
    'exempt again after an interruption',
    { exemptions: [period('2026-02-01', '2026-03-01'), period('2026-04-01')] },
    '2026-03-15',
    'not-started',
  ],
])('as of a day: %s', (_case, facts, on, state) => {
  expect(obligationStateOn(day(on), rule, { ...designated, ...facts })).toBe(state);
});

test.each<[string, CompletionFact[], string, string]>([
  ['an earlier edition counts before the day of the redo', done.completions, '2026-05-31', 'done'],
  ['and no more from that day on', done.completions, '2026-06-01', 'not-started'],
  ['the redone edition counts', [...done.completions, completed('m2', '2026-06-10', null, 2)], '2026-06-10', 'done'],
  ['a later edition counts too', [...done.completions, completed('m2', '2026-07-10', null, 3)], '2026-07-10', 'done'],
])('redone editions: %s', (_case, completions, on, state) => {
  expect(obligationStateOn(day(on), redone, { ...designated, completions })).toBe(state);
});

test('having begun an edition that counts no more is not being in progress', () => {
  const facts = { ...designated, begun: [fact('m2', '2026-02-01')] };
  expect(obligationStateOn(day('2026-05-31'), redone, facts)).toBe('in-progress');
  expect(obligationStateOn(day('2026-06-01'), redone, facts)).toBe('not-started');
});

test('a programme without modules is done by nobody', () => {
  expect(
    obligationStateOn(day('2026-05-01'), { moduleIds: [], redos: [], countsFrom: null }, { ...designated, ...done }),
  ).toBe('not-started');
});

test('a programme is completed on the day of its last module, by the first completion of each', () => {
  const completions = [
    completed('m1', '2026-03-01'),
    completed('m1', '2026-09-01', null, 2),
    completed('m2', '2026-04-01'),
  ];
  expect(completedOn(day('2026-12-01'), rule, { completions })).toBe('2026-04-01');
});

test('of two redone editions, the latest is required', () => {
  const redos = [fact('m1', '2026-02-01', 2), fact('m1', '2026-05-01', 4)];
  expect(['2026-01-31', '2026-02-01', '2026-05-01'].map((on) => requiredEdition(day(on), { redos }, 'm1'))).toEqual([
    1, 2, 4,
  ]);
});
