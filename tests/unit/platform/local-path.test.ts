import { expect, test } from 'vitest';
import { localPath } from '#platform/http/local-path.ts';

test.each(['/', '/parcours', '/modules/m1/evaluation?question=3', '/aide#ecoute-defense', '/suivi/FM?tri=nom&page=2'])(
  'keeps %s',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

test.each([
  [null],
  [undefined],
  [''],
  ['parcours'],
  ['https://ailleurs.example/'],
  ['//ailleurs.example/'],
  ['/\\ailleurs.example/'],
  ['/\t/ailleurs.example/'],
  ['/\n/ailleurs.example/'],
  ['/.//ailleurs.example/'],
  ['/a/..//ailleurs.example/'],
  ['javascript:alert(1)'],
  [' /parcours'],
])('refuses %j', (text) => {
  expect(localPath(text)).toBeNull();
});
