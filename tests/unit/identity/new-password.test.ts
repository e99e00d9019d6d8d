import { expect, test } from 'vitest';
import { passwordFault } from '#domain/identity/new-password.ts';

const context = { username: 'apprenant', current: 'un ancien mot de passe' };

test.each([
  ['onze signes', 'too-short'],
  ['douze signes', null],
  ['🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊', 'too-short'],
  ['apprenant-2026', 'has-username'],
  ['APPRENANT-2026', 'has-username'],
  ['un ancien mot de passe', 'is-current'],
  ['la marée monte à six heures', null],
])('%s: %s', (password, fault) => {
  expect(passwordFault(password, context)).toBe(fault);
});

test('the same text typed with composed or separate accents is the same password', () => {
  const current = 'la marée de novembre';
  expect(passwordFault(current.normalize('NFD'), { ...context, current })).toBe('is-current');
});

test('a username of a few letters bars only itself', () => {
  expect(passwordFault('la marée monte', { ...context, username: 'mar' })).toBeNull();
});
