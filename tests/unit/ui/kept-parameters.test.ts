import { expect, test } from 'vitest';
import { changedAddress, keptParameters } from '#ui/forms/kept-parameters.ts';

const address = new URL(
  'http://localhost/suivi/FM?programme=vss&etat=absents&recherche=&page=3&_action=saveView&tri=nom',
);

test('a form sends along the rest of the address, without its own fields, blank ones and the page', () => {
  expect(keptParameters(address, ['programme', 'au'])).toEqual([
    ['etat', 'absents'],
    ['tri', 'nom'],
  ]);
});

test('a link changes what it is about and keeps the rest', () => {
  expect(changedAddress(address, { tri: '-nom' })).toBe('/suivi/FM?programme=vss&etat=absents&tri=-nom');
  expect(changedAddress(address, { etat: null, tri: null, programme: null })).toBe('/suivi/FM');
});
