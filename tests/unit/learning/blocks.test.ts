import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockHtml, type PlainBlock } from '#features/learning/blocks/block-html.ts';

const html = '<p>Prose.</p>';
const reference = (change: Partial<Extract<PlainBlock, { kind: 'reference' }>> = {}) =>
  blockHtml({
    kind: 'reference',
    text: 'Code pénal',
    article: '222-22',
    verifiedOn: '2026-11-23',
    toVerify: false,
    html,
    ...change,
  });

describe('each block says what its author gave it', () => {
  const cases: [PlainBlock, string[]][] = [
    [{ kind: 'prose', html }, [html]],
    [{ kind: 'encadre', title: 'À retenir', tone: 'retenir', html }, ['block--retenir', 'À retenir', html]],
    [{ kind: 'avertissement', title: 'Avant de lire', html }, ['block--avertissement', 'Avant de lire', html]],
    [{ kind: 'definition', term: 'Sidération', html }, ['<dt>Sidération</dt>', `<dd>${html}</dd>`]],
    [
      { kind: 'chronologie', title: 'Les heures', steps: [{ date: 'Tout de suite', title: 'Protéger', html }] },
      ['Les heures', '<ol>', 'Tout de suite', 'Protéger', html],
    ],
    [
      { kind: 'mythe', statement: 'Elle n’a pas crié.', html },
      ['<details', '<summary>', 'Idée reçue', 'Elle n’a pas crié.', html],
    ],
    [{ kind: 'ressource', title: 'Aide', href: '/aide#themis', html }, ['href="/aide#themis"', 'Aide', html]],
  ];
  test.each(cases)('%o', (block, parts) => {
    for (const part of parts) expect(blockHtml(block)).toContain(part);
  });
});

describe('a reference', () => {
  test('names the article, the day it was verified, and Légifrance for a text of law', () => {
    expect(reference()).toContain('Code pénal, article\u00a0222-22');
    expect(reference()).toContain('Vérifié le\u00a0<time datetime="2026-11-23">23\u00a0novembre\u00a02026</time>.');
    expect(reference()).toContain('seul le texte publié sur Légifrance fait foi');
    expect(reference()).not.toContain('vérifier');
  });

  test('says several articles in the plural', () => {
    expect(reference({ article: '222-22 et 222-23' })).toContain('articles\u00a0222-22 et 222-23');
  });

  test('shows that it is to be verified, and does not say that it was', () => {
    const shown = reference({ toVerify: true });
    expect(shown).toContain('<span class="badge badge--late">à vérifier</span>');
    expect(shown).not.toContain('Vérifié le');
  });

  test('does not send to Légifrance for a study or a decision', () => {
    const shown = reference({ text: 'Cour de cassation, 11 septembre 2024', article: 'n° 23-86.657' });
    expect(shown).toContain('n° 23-86.657');
    expect(shown).not.toMatch(/Légifrance|article/);
  });
});

test('a resource elsewhere is told nothing of where one comes from', () => {
  const link = { kind: 'ressource', title: 'Site', href: 'https://exemple.fr/?a=1&b=2', html } as const;
  expect(blockHtml(link)).toContain('href="https://exemple.fr/?a=1&amp;b=2" rel="noreferrer external"');
});

test('no text of an author becomes markup', () => {
  const text = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '/', '=', ' '), maxLength: 40 });
  const block: fc.Arbitrary<PlainBlock> = fc.oneof(
    fc.record({
      kind: fc.constant('encadre' as const),
      title: text,
      tone: fc.constant('info' as const),
      html: fc.constant(''),
    }),
    fc.record({ kind: fc.constant('avertissement' as const), title: text, html: fc.constant('') }),
    fc.record({ kind: fc.constant('definition' as const), term: text, html: fc.constant('') }),
    fc.record({ kind: fc.constant('mythe' as const), statement: text, html: fc.constant('') }),
    fc.record({ kind: fc.constant('ressource' as const), title: text, href: text, html: fc.constant('') }),
    fc.record({
      kind: fc.constant('reference' as const),
      text,
      article: fc.option(text),
      verifiedOn: text,
      toVerify: fc.boolean(),
      html: fc.constant(''),
    }),
    fc.record({
      kind: fc.constant('chronologie' as const),
      title: text,
      steps: fc.array(fc.record({ date: text, title: text, html: fc.constant('') }), { maxLength: 3 }),
    }),
  );
  const tags = (shown: string) => [...shown.matchAll(/<(\/?[a-z]+)/g)].map(([, tag]) => tag).sort();
  const harmless = (given: PlainBlock) =>
    JSON.parse(
      JSON.stringify(given, (_key, value) => (typeof value === 'string' ? value.replace(/[<>"'&]/g, 'x') : value)),
    );
  fc.assert(
    fc.property(block, (given) => {
      const shown = blockHtml(given);
      expect(tags(shown).join()).toBe(tags(blockHtml(harmless(given))).join());
      expect(shown.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    }),
  );
});
