import { expect, test } from 'vitest';
import { ExportQuery, UnitQuery } from '#features/follow-up/forms.ts';
import { ignoredFilters } from '#features/follow-up/ignored-filters.ts';

const ignoredIn = (address: string, schema = UnitQuery) => {
  const asked = new URLSearchParams(address);
  return ignoredFilters(asked, schema.parse(Object.fromEntries(asked))).map(({ name }) => name);
};

test('a filter that the page understands, leaves blank or does not have is not told', () => {
  expect(ignoredIn('etat=acheve&statut=civilian&retard=oui&page=2&depuis=2026-03-01&recherche= a &autre=1')).toEqual(
    [],
  );
  expect(ignoredIn('etat=&statut=&depuis=')).toEqual([]);
});

test('a filter whose value means nothing is told, on the page and in its files', () => {
  const address = 'etat=rien&statut=soldat&depuis=2026-13-01&retard=non&page=zero';
  expect(ignoredIn(address)).toEqual(['etat', 'statut', 'depuis', 'retard', 'page']);
  expect(ignoredIn(address, ExportQuery as never)).toEqual(['etat', 'statut', 'depuis', 'retard', 'page']);
});
