import { expect, test } from 'vitest';
import { item, manifest12, manifest2004, organization, resource } from '#tests/support/packages/manifests.ts';
import { accepted, findingOf, readText } from './read-text.ts';

test('plays the default organisation, and says which when there are several', () => {
  const organizations = organization('X', item('A', 'RA')) + organization('Y', item('B', 'RA'));
  const text = manifest12({ organizations, default: ' Y ' });
  expect(accepted(text)).toMatchObject({ defaultOrganization: 'Y', title: 'Cours Y' });
  expect(findingOf(text, /2 organisations : « Cours Y » est jouée, et non « Cours X »/).severity).toBe('unusual');
  const dangling = manifest12({ organizations, default: 'Z' });
  expect(accepted(dangling).defaultOrganization).toBe('X');
  expect(findingOf(dangling, /L’organisation à jouer, « Z », n’existe pas/).severity).toBe('wrong');
});

test('tells organisations alike apart', () => {
  const organizations = organization('X', item('A', 'RA')) + organization('X', item('B', 'RA'));
  expect(
    accepted(manifest12({ organizations, default: 'X' })).organizations.map(({ identifier }) => identifier),
  ).toEqual(['X', 'X~2']);
  expect(findingOf(manifest12({ organizations, default: 'X' }), /la seconde devient « X~2 »/).severity).toBe('wrong');
});

test.each([
  ['resources alone', manifest12({ organizations: '' }), /que des ressources, sans plan/],
  ['no organizations at all', manifest12().replace(/<organizations[\s\S]*<\/organizations>/, ''), /sans plan/],
  ['an empty plan', manifest12({ items: '' }), /Aucun élément du plan ne peut être ouvert/],
  ['a plan of headings', manifest12({ items: item('A', null) }), /Aucun élément du plan/],
  ['a plan whose only file is missing', manifest12({ resources: resource('RA', { href: 'z.html' }) }), /Aucun élément/],
])('refuses %s', (_, text, words) => {
  const { manifest, findings } = readText(text);
  expect(manifest).toBeNull();
  expect(findings[0]).toMatchObject({ severity: 'refused', message: expect.stringMatching(words) });
});

test('says when a manifest has no identifier', () => {
  const text = manifest12().replace('identifier="fr.exemple.essai"', '');
  expect(findingOf(text, /manifeste n’a pas d’identifiant/).severity).toBe('wrong');
});

test('reads whether objectives and data are shared beyond the package', () => {
  expect(accepted(manifest2004()).organizations[0]).toMatchObject({
    objectivesGlobalToSystem: true,
    sharedDataGlobalToSystem: true,
  });
  const own = 'adlseq:objectivesGlobalToSystem="false" adlcp:sharedDataGlobalToSystem="false"';
  expect(accepted(manifest2004('4th', { organizationAttributes: own })).organizations[0]).toMatchObject({
    objectivesGlobalToSystem: false,
    sharedDataGlobalToSystem: false,
  });
  expect(accepted(manifest12()).organizations[0]!.objectivesGlobalToSystem).toBe(false);
});
