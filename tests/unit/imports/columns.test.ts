import { expect, test } from 'vitest';
import { columnProblems, recogniseColumns } from '#domain/organisation/columns.ts';

test.each([
  [
    'people',
    ['Matricule', 'NOM', 'Prénom', 'Courriel', 'Statut', 'Unité', 'Depuis', 'Grade', 'Fonction', 'Désigné(e) depuis'],
    ['hrNumber', 'familyName', 'givenName', 'email', 'status', 'unit', 'since', 'rankGroup', 'job', 'designated'],
  ],
  [
    'people',
    ['hr_number', 'family_name', 'given_name', 'e-mail', 'unit', 'designated', 'motif', 'absence du', 'absence_au'],
    ['hrNumber', 'familyName', 'givenName', 'email', 'unit', 'designated', 'absence', 'absenceFrom', 'absenceTo'],
  ],
  ['people', ['lastname', 'firstname', 'email', 'role', 'group'], ['familyName', 'givenName', 'email', null, 'unit']],
  ['units', ['Code', 'Libellé', 'Rattachement'], ['code', 'name', 'parent']],
  ['units', ['code', 'nom', 'parent'], ['code', 'name', 'parent']],
] as const)('a file of %s is recognised by its heading %j', (kind, header, columns) => {
  expect(recogniseColumns(header)).toEqual({ kind, columns });
  expect(columnProblems(kind, columns, header)).toEqual([]);
});

test('two columns that mean the same are named, and one has to be chosen', () => {
  const header = ['matricule', 'nom', 'Nom de famille'];
  const { kind, columns } = recogniseColumns(header);
  expect(columnProblems(kind, columns, header)).toEqual([
    'Les colonnes « nom » et « Nom de famille » sont toutes comprises comme « Nom » : gardez-en une, et mettez les autres sur « ne pas lire ».',
  ]);
});

test('a file that says neither who nor which unit says what to choose', () => {
  expect(columnProblems('people', [null, 'familyName'], ['x', 'nom'])[0]).toContain('matricule ni le courriel');
  expect(columnProblems('units', ['name'], ['nom'])[0]).toContain('code des unités');
});
