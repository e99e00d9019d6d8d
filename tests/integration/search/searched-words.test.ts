import { expect, test } from 'vitest';
import { searchedWords } from '#features/search/searched-words.ts';

const ADDRESS = 'http://localhost/recherche?mots=adresse';
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  searchedWords(new Request(ADDRESS, { method: 'POST', body, headers }));

test('words come from the body of a form, and never from the address', async () => {
  expect(await post(new URLSearchParams({ mots: '  emprise ' }))).toBe('emprise');
  expect(await searchedWords(new Request(ADDRESS))).toBe('');
  expect(await post(new URLSearchParams({ autre: 'x' }))).toBe('');
});

test('what is no form of ours asks nothing', async () => {
  expect(await post('{"mots":"emprise"}', { 'content-type': 'application/json' })).toBe('');
  expect(await post('--x', { 'content-type': 'multipart/form-data; boundary=y' })).toBe('');
  const file = new FormData();
  file.set('mots', new File(['a'], 'a.txt'));
  expect(await post(file)).toBe('');
});

test('no more than a hundred letters are read', async () => {
  expect(await post(new URLSearchParams({ mots: 'a'.repeat(5_000) }))).toHaveLength(100);
});
