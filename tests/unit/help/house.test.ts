import { expect, test } from 'vitest';
import { House, housesToShow } from '#features/help/house.ts';

const empty = {
  id: 'modele',
  nom: '',
  ville: ' ',
  departement: null,
  adresse: '',
  telephone: '',
  courriel: '',
  horaires: '',
  public: '',
  conventionLocaleAvec: '',
};

function shown(...houses: object[]) {
  return housesToShow(houses.map((house) => House.parse(house)));
}

test('a model whose fields are still empty is valid, and not shown', () => {
  expect(shown(empty)).toEqual([]);
});

test('a house needs its name and one thing more', () => {
  expect(shown({ id: 'a', nom: 'Maison A' }, { id: 'b', ville: 'Brest' })).toEqual([]);
  expect(shown({ ...empty, nom: 'Maison', ville: 'Brest' })).toEqual([
    expect.objectContaining({ nom: 'Maison', ville: 'Brest', telephone: undefined, horaires: undefined }),
  ]);
});

test('what is filled is kept as it is said, in French typography', () => {
  const [house] = shown({ ...empty, nom: "Maison de l'Est", telephone: '01 23 45 67 89', public: 'Femmes ; enfants' });
  expect(house).toMatchObject({ nom: 'Maison de l’Est', telephone: '01 23 45 67 89', public: 'Femmes\u202f; enfants' });
});

test('houses are in the order of their places, as a French reader looks for them', () => {
  const at = (id: string, departement: string, ville: string) => ({ id, nom: `Maison ${id}`, departement, ville });
  const houses = shown(at('c', 'Var', 'Toulon'), at('b', 'Finistère', 'Évian'), at('a', 'Finistère', 'Brest'));
  expect(houses.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
