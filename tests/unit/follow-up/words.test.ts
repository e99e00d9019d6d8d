import { expect, test } from 'vitest';
import { noCounts, type ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { frenchPace, frenchRate, rateInWords } from '#features/follow-up/french-figures.ts';
import { projectionWords, weeklyWords } from '#features/follow-up/projection-words.ts';
import { standingSentence } from '#features/follow-up/standing-sentence.ts';
import { versionNumbers } from '#features/follow-up/version-words.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const counts = (some: Partial<ObligationCounts>): ObligationCounts => ({ ...noCounts(), ...some });
const deadline = '2026-12-31' as CivilDate;

test.each<[number | null, string]>([
  [null, 'sans objet'],
  [0, '0,0 %'],
  [612 / 930, '65,8 %'],
  [999.9 / 1000, '99,9 %'],
  [9999 / 10000, '99,9 %'],
  [0.29, '29,0 %'],
  [1, '100,0 %'],
])('the rate %d reads « %s »', (rate, words) => {
  expect(plain(frenchRate(rate))).toBe(words);
});

test.each<[Partial<ObligationCounts>, string]>([
  [{ done: 600, 'done-elsewhere': 12, exempt: 5, 'not-started': 718 }, '612 sur 1 330 concernés hors dispenses'],
  [{ 'not-started': 1 }, '0 sur 1 concerné hors dispenses'],
  [{ exempt: 2 }, 'personne n’est concerné hors dispenses'],
])('a rate says what it is a rate of: %o', (some, words) => {
  expect(plain(rateInWords(counts(some)))).toBe(words);
});

test('the projection carries its formula', () => {
  const words = projectionWords(
    { counts: counts({ done: 9, 'not-started': 318 }), doneInWindow: 96 },
    '2026-11-23' as CivilDate,
    deadline,
  )!;
  expect(plain(words.needed)).toBe('59 par semaine (318 ÷ 38 jours × 7)');
  expect(plain(words.pace)).toBe('24 par semaine (96 personnes en 28 jours)');
  expect(plain(words.projection)).toBe(
    'vers le 24 février 2027, 55 jours après l’échéance (318 ÷ 96 × 28, soit 93 jours)',
  );
});

test.each<[string, number, number, string, string, string]>([
  [
    'no pace',
    10,
    0,
    '2026-11-23',
    '1,9 par semaine (10 ÷ 38 jours × 7)',
    'pas de projection : personne n’a terminé ces 28 derniers jours',
  ],
  [
    'beyond ten years',
    600,
    1,
    '2026-11-23',
    '111 par semaine (600 ÷ 38 jours × 7)',
    'pas de projection : à ce rythme, il faudrait plus de dix ans',
  ],
  [
    'in time',
    4,
    28,
    '2026-11-23',
    '0,8 par semaine (4 ÷ 38 jours × 7)',
    'vers le 27 novembre 2026, avant l’échéance (4 ÷ 28 × 28, soit 4 jours)',
  ],
  [
    'a few days left',
    4,
    28,
    '2026-12-29',
    '4 personnes en 2 jours',
    'vers le 2 janvier 2027, 2 jours après l’échéance (4 ÷ 28 × 28, soit 4 jours)',
  ],
  [
    'the last day',
    1,
    28,
    '2026-12-31',
    '1 personne aujourd’hui',
    'vers le 1er janvier 2027, 1 jour après l’échéance (1 ÷ 28 × 28, soit 1 jour)',
  ],
  [
    'too late',
    1,
    28,
    '2027-01-02',
    'l’échéance est dépassée : 1 personne au plus tôt',
    'vers le 3 janvier 2027, 3 jours après l’échéance (1 ÷ 28 × 28, soit 1 jour)',
  ],
])('projection: %s', (_case, remaining, doneInWindow, day, needed, projection) => {
  const words = projectionWords({ counts: counts({ absent: remaining }), doneInWindow }, day as CivilDate, deadline)!;
  expect([plain(words.needed), plain(words.projection)]).toEqual([needed, projection]);
});

test('when nobody remains there is nothing to project', () => {
  expect(
    projectionWords({ counts: counts({ done: 3 }), doneInWindow: 3 }, '2026-11-23' as CivilDate, deadline),
  ).toBeNull();
});

test('versions say which module was completed in an earlier one', () => {
  const m1 = { code: 'm1', edition: 1, revision: 2, isEarlier: true, doneOn: null };
  const m2 = { code: 'm2', edition: 2, revision: 1, isEarlier: false, doneOn: null };
  expect(versionNumbers([m1, m2])).toBe('M1 1.2 (version antérieure), M2 2.1');
});

test.each([
  [null, 'Non concerné à cette date.'],
  [{ state: 'done', since: '2026-03-12' }, 'Terminé le 12 mars 2026, version M1 1.2.'],
  [{ state: 'done-elsewhere', since: '2026-03-01' }, 'Équivalence comptée depuis le 1er mars 2026.'],
  [{ state: 'exempt', since: '2026-03-12' }, 'Dispensé depuis le 12 mars 2026.'],
  [{ state: 'absent', since: '2026-03-12' }, 'Absent depuis le 12 mars 2026.'],
  [{ state: 'in-progress', since: '2026-03-12' }, 'Commencé le 12 mars 2026.'],
  [{ state: 'not-started', since: null }, 'Désigné, rien de commencé.'],
])('%o reads « %s »', (standing, sentence) => {
  const versions = [{ code: 'm1', edition: 1, revision: 2, isEarlier: false, doneOn: '2026-03-12' as CivilDate }];
  expect(plain(standingSentence({ standing: standing as never, versions }))).toBe(sentence);
});

test('what counted some days after it was done says both', () => {
  const version = { code: 'm1', edition: 1, revision: 2, isEarlier: false };
  const versions = ['2026-03-02', '2026-12-30'].map((doneOn) => ({ ...version, doneOn: doneOn as CivilDate }));
  const standing = { state: 'done', since: '2027-01-04' as CivilDate } as const;
  expect(plain(standingSentence({ standing, versions: versions.slice(1) }))).toBe(
    'Terminé le 30 décembre 2026, compté depuis le 4 janvier 2027, version M1 1.2.',
  );
  expect(plain(standingSentence({ standing, versions }))).toContain('Terminé le 30 décembre 2026, compté depuis');
});

test('a pace has tenths below ten, and what is needed is never rounded down', () => {
  expect([6.75, 7, 9.97, 23.47].map((value) => frenchPace(value))).toEqual(['6,8', '7,0', '10', '23']);
  expect([0.71, 9.91, 9.99, 23.1, 24].map((value) => frenchPace(value, 'up'))).toEqual(['0,8', '10', '10', '24', '24']);
});

test('a line of the tree says the pace and what the deadline needs', () => {
  const day = '2026-11-23' as CivilDate;
  const words = (remaining: number, doneInWindow: number, until = deadline) =>
    weeklyWords({ counts: counts({ 'not-started': remaining }), doneInWindow }, { day, deadline: until });
  expect(words(38, 6)).toBe('1,5 sur 7,0');
  expect(words(0, 6)).toBe('—');
  expect(words(4, 0, '2026-11-26' as CivilDate)).toBe('0,0');
});
