import { expect, test } from 'vitest';
import {
  readAbsenceReason,
  readDate,
  readDesignated,
  readEmail,
  readIdentifier,
  readStatus,
  readText,
  readUnitCode,
} from '#domain/organisation/cells.ts';

test.each([
  [readDate, '12/01/2026', '2026-01-12'],
  [readDate, '2026-01-12', '2026-01-12'],
  [readDate, ' 1.2.2026 ', '2026-02-01'],
  [readDate, '', null],
  [readStatus, 'Élève', 'student'],
  [readStatus, 'MILITAIRE', 'military'],
  [readAbsenceReason, 'Congé parental', 'leave'],
  [readDesignated, 'Oui', 'today'],
  [readDesignated, 'non', null],
  [readDesignated, '01/02/2026', '2026-02-01'],
  [readEmail, 'Zoe@Exemple.FR', 'zoe@exemple.fr'],
  [readText, '  Le\u00a0 Goff ', 'Le Goff'],
  [readText, 'JOÃO d’Ávila Guimarães', 'JOÃO d’Ávila Guimarães'],
  [readIdentifier, '00123/A', '00123/A'],
  [readUnitCode, 'FM-11', 'FM-11'],
] as const)('%o reads %j as %j', (read, cell, value) => {
  expect(read(cell)).toEqual({ value });
});

test.each([
  [readDate, '31/02/2026', 'n’est pas une date'],
  [readDate, '01/02/26', 'n’est pas une date'],
  [readDate, '45000', 'n’est pas une date'],
  [readStatus, 'colonel', 'n’est pas un statut'],
  [readAbsenceReason, 'vacances', 'n’est pas un motif'],
  [readDesignated, 'peut-être', 'n’est pas une date'],
  [readEmail, 'zoe at exemple', 'n’est pas un courriel'],
  [readText, '=HYPERLINK("x")', 'formule'],
  [readText, '+33', 'formule'],
  [readText, '-1', 'formule'],
  [readText, ' @SUM(A1)', 'formule'],
  [readText, '＝1', 'formule'],
  [readText, 'a\u0000b', 'invisible'],
  [readText, 'ZoÃ© Martin', 'autre encodage'],
  [readText, 'Zo\ufffd', 'autre encodage'],
  [readText, 'x'.repeat(201), '201 caractères'],
  [readIdentifier, '1,23E+11', 'arrondi par un tableur'],
  [readIdentifier, 'a;b', 'n’est pas un numéro'],
  [readUnitCode, 'Unité A', 'code d’une unité'],
] as const)('%o refuses %j and says what to write', (read, cell, words) => {
  const reading = read(cell);
  expect(reading).toMatchObject({ reason: expect.stringContaining(words) as string });
  expect('remedy' in reading && reading.remedy.length).toBeGreaterThan(8);
});
