import { expect, test } from 'vitest';
import type { EditionFact } from '#domain/obligation/obligation-state.ts';
import { followedEdition, moduleStanding, type ModuleStanding } from '#domain/progress/module-standing.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

const day = (text: string) => text as CivilDate;
const fact = (edition: number, on = '2026-02-01'): EditionFact => ({ moduleId: 'a', edition, on: day(on) });

interface Case {
  title: string;
  live?: number;
  redos?: EditionFact[];
  begun?: EditionFact[];
  completions?: EditionFact[];
  on?: string;
  standing: ModuleStanding;
}

const cases: Case[] = [
  { title: 'nothing done: not started', standing: { state: 'not-started', redo: null } },
  { title: 'begun: in progress', begun: [fact(1)], standing: { state: 'in-progress', edition: 1 } },
  {
    title: 'completed in the live edition: done',
    begun: [fact(1)],
    completions: [fact(1)],
    standing: { state: 'completed', edition: 1, isEarlierEdition: false },
  },
  {
    title: 'completed, then a material release: done, « version antérieure »',
    live: 2,
    completions: [fact(1)],
    standing: { state: 'completed', edition: 1, isEarlierEdition: true },
  },
  {
    title: 'completed, then the new edition begun: still done',
    live: 2,
    begun: [fact(1), fact(2)],
    completions: [fact(1)],
    standing: { state: 'completed', edition: 1, isEarlierEdition: true },
  },
  {
    title: 'completed twice: the newest edition',
    live: 2,
    completions: [fact(2), fact(1)],
    standing: { state: 'completed', edition: 2, isEarlierEdition: false },
  },
  {
    title: 'begun, then a material release: still in progress in the old edition',
    live: 2,
    begun: [fact(1)],
    standing: { state: 'in-progress', edition: 1 },
  },
  {
    title: 'completed, then a release to redo: not started, with the reason',
    live: 2,
    redos: [fact(2, '2026-06-01')],
    begun: [fact(1)],
    completions: [fact(1)],
    standing: { state: 'not-started', redo: fact(2, '2026-06-01') },
  },
  {
    title: 'the day before the release to redo: still done',
    live: 2,
    redos: [fact(2, '2026-06-01')],
    completions: [fact(1)],
    on: '2026-05-31',
    standing: { state: 'completed', edition: 1, isEarlierEdition: true },
  },
  {
    title: 'begun only, then a release to redo: not started, with the reason',
    live: 2,
    redos: [fact(2, '2026-06-01')],
    begun: [fact(1)],
    standing: { state: 'not-started', redo: fact(2, '2026-06-01') },
  },
  {
    title: 'nothing done before a release to redo: not started, nothing to explain',
    live: 2,
    redos: [fact(2, '2026-06-01')],
    standing: { state: 'not-started', redo: null },
  },
  {
    title: 'redone: done in the new edition',
    live: 2,
    redos: [fact(2, '2026-06-01')],
    completions: [fact(1), fact(2, '2026-06-10')],
    standing: { state: 'completed', edition: 2, isEarlierEdition: false },
  },
  {
    title: 'redone, then an ordinary material release: done, « version antérieure »',
    live: 3,
    redos: [fact(2, '2026-06-01')],
    completions: [fact(2, '2026-06-10')],
    standing: { state: 'completed', edition: 2, isEarlierEdition: true },
  },
  {
    title: 'two releases to redo: the last one explains',
    live: 3,
    redos: [fact(2, '2026-06-01'), fact(3, '2026-07-01')],
    completions: [fact(1), fact(2, '2026-06-10')],
    standing: { state: 'not-started', redo: fact(3, '2026-07-01') },
  },
];

test.each(cases)('$title', ({ live = 1, redos = [], begun = [], completions = [], on = '2026-09-01', standing }) => {
  const editions = { moduleId: 'a', liveEdition: live, redos };
  expect(moduleStanding(day(on), editions, { begun, completions })).toEqual(standing);
});

test.each([
  ['nobody has a place: the live edition', 2, [], null, 2],
  ['a place in the live edition', 2, [], 2, 2],
  ['a place in an earlier edition keeps it', 3, [], 1, 1],
  ['a place in an edition that counts no more leads to the live one', 3, [fact(2)], 1, 3],
  ['a place in the edition to redo, or later, keeps it', 3, [fact(2)], 2, 2],
])('%s', (_title, liveEdition, redos, place, expected) => {
  expect(followedEdition({ liveEdition, redos }, place)).toBe(expected);
});
