import { expect, test } from 'vitest';
import { noCounts } from '#domain/obligation/obligation-counts.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import {
  addressedText,
  digestLetter,
  escalationLetter,
  reminderLetter,
  type Letter,
} from '#features/reminders/letters.ts';

const context = { today: '2026-11-30' as CivilDate, origin: 'https://reperes.exemple.fr' };
const deadline = '2026-12-31' as CivilDate;
const counts = {
  ...noCounts(),
  done: 612,
  'done-elsewhere': 3,
  exempt: 5,
  absent: 2,
  'in-progress': 1,
  'not-started': 7,
};
const units = [{ unitName: 'Équipe A1', counts }];

const LETTERS: Record<string, Letter> = {
  reminder: reminderLetter(deadline, context),
  'late reminder': reminderLetter('2026-11-01' as CivilDate, context),
  escalation: escalationLetter(deadline, units, context),
  digest: digestLetter([{ deadline, units }], context),
};

/** What nobody who passes by a screen is to read. */
const TELLING = /viol|sex|vss|harc|agress|victim|formation|obligat|retard/i;

test.each(Object.entries(LETTERS))('the %s says nothing of what the training is about, nor why', (_, letter) => {
  expect(letter.subject).not.toMatch(TELLING);
  expect(letter.body).not.toMatch(TELLING);
});

test.each(Object.entries(LETTERS))('the %s is plain text set in French', (_, { subject, body }) => {
  for (const text of [subject, body]) {
    expect(text).not.toMatch(/[<>]|'|!/);
    // A no-break space before tall punctuation, and none that could break.
    expect(text).not.toMatch(/[ ][;:?»]|«[ ]/);
  }
});

test('a person is told what waits, by when, and where to go on', () => {
  const { subject, body } = LETTERS.reminder!;
  expect(subject).toBe('Un module vous attend sur Repères');
  expect(body).toContain('https://reperes.exemple.fr/parcours');
  expect(body.replace(/\s/g, ' ')).toContain('le 31 décembre 2026');
});

test('after the date, the letter says that modules stay open', () => {
  expect(LETTERS['late reminder']!.body.replace(/\s/g, ' ')).toContain(
    'était le 1er novembre 2026 ; ils restent ouverts',
  );
});

test('the letter greets by name, and the rest is the same for everybody', () => {
  const { body } = LETTERS.reminder!;
  expect(addressedText("Zoé d'Arc", body)).toBe(`Bonjour Zoé d’Arc,\n\n${body}\n`);
});

test('managers get a count and no name', () => {
  const { body } = LETTERS.escalation!;
  expect(body.replace(/\s/g, ' ')).toContain(
    'Équipe A1 : 8 personnes sur 625 concernées hors dispenses, dont 7 sans avoir commencé.',
  );
  expect(body.replace(/\s/g, ' ')).toContain('absentes (2)');
  expect(body).toContain('https://reperes.exemple.fr/suivi');
});

test('the digest gives the figures with what they are figures of', () => {
  const body = LETTERS.digest!.body.replace(/\s/g, ' ');
  expect(body).toContain('98,4 %, 615 sur 625 concernés hors dispenses');
  expect(body).toContain(
    'Concernés 630 : achevés 612, équivalences 3, dispenses 5, absents 2, en cours 1, non commencés 7.',
  );
  expect(body).toContain('(achevés + équivalences) ÷ (concernés − dispenses)');
  expect(body).toContain('/suivi/rappels');
});
