import { expect, test } from 'vitest';
import type { Role } from '#domain/identity/roles.ts';
import { linksFor } from '#features/navigation/links.ts';

const LEARNING = ['/parcours', '/recherche', '/glossaire'];

test.each([
  [[], []],
  [['learner'], LEARNING],
  [
    ['learner', 'trainer'],
    [...LEARNING, '/seances', '/atelier'],
  ],
  [
    ['learner', 'manager'],
    [...LEARNING, '/suivi'],
  ],
  [['administrator'], [...LEARNING, '/suivi', '/seances', '/atelier', '/administration']],
] as [Role[], string[]][])('%j may open %j', (roles, addresses) => {
  const actor = {
    personId: 'a',
    givenName: 'A',
    familyName: 'B',
    roles: roles.map((role) => ({ role, unitId: null })),
  };
  expect(linksFor(actor).map(({ href }) => href)).toEqual(addresses);
});

test('somebody who is not signed in may open none of the sections', () => {
  expect(linksFor(null)).toEqual([]);
});
