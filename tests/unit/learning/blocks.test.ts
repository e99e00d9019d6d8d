import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockHtml, type PlainBlock } from '#features/learning/blocks/block-html.ts';
import type { Reading } from '#features/learning/blocks/detail.ts';
import { titleLevels } from '#features/learning/blocks/title-level.ts';

const html = '<p>Prose.</p>';
const shownOf = (block: PlainBlock, reading?: Reading) => blockHtml(block, 3, reading);
const reference = (change: Partial<Extract<PlainBlock, { kind: 'reference' }>> = {}) =>
  shownOf({
    kind: 'reference',
    text: 'Code pénal',
    article: '222-22',
    confidence: 'V',
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
    [
      { kind: 'figure', title: 'Le continuum', src: '/medias/a.svg', width: 360, height: 480, html },
      ['<figcaption class="block__title">Le continuum<', 'src="/medias/a.svg" width="360" height="480"', html],
    ],
    [{ kind: 'eleves', html }, ['Pour les élèves', html]],
    [{ kind: 'reflexion', id: 'mes-appuis', title: 'Pour vous seul', html }, ['Pour vous seul', html, '<textarea']],
  ];
  test.each(cases)('%o', (block, parts) => {
    for (const part of parts) expect(shownOf(block)).toContain(part);
  });
});

describe('a framed block begins with a heading', () => {
  const framed: PlainBlock[] = [
    { kind: 'encadre', title: 'À retenir', tone: 'retenir', html },
    { kind: 'avertissement', title: 'Avant de lire', html },
    { kind: 'chronologie', title: 'Les heures', steps: [] },
    { kind: 'ressource', title: 'Aide', href: '/aide', html },
    { kind: 'eleves', html },
    { kind: 'detail', title: 'Ce qui s’est passé', substance: 'La substance.', html },
    { kind: 'reflexion', id: 'mes-appuis', title: 'Pour vous seul', html },
  ];
  test.each(framed)('$kind', (block) => {
    expect(blockHtml(block, 4)).toMatch(/^<\w+[^>]*><h4 class="block__title"/);
  });

  test('a reference, after what it is', () => {
    expect(reference()).toContain('</p><h3 class="block__title"><cite>Code pénal');
  });

  test('one level under the last heading of the text before it', () => {
    const prose = (text: string) => ({ kind: 'prose' as const, html: text });
    const blocks = [prose('<p>a</p>'), prose('<h2>a</h2><h3>b</h3>'), prose('<p>c</p>'), prose('<h2 id="d">d</h2>')];
    expect(titleLevels(blocks)).toEqual([2, 4, 4, 3]);
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

  test('does not call verified what was compared with no source', () => {
    expect(reference({ confidence: 'C' })).toContain('À faire relire, rédigé le');
    expect(reference({ confidence: 'C' })).not.toContain('Vérifié le');
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

test.each([
  ['V', 'source vérifiée'],
  ['V2', 'source secondaire'],
  ['C', 'repère professionnel'],
] as const)('a reference says in words how sure it is: %s', (confidence, words) => {
  expect(reference({ confidence })).toContain(`Référence, ${words}`);
});

describe('a figure', () => {
  const figure = {
    kind: 'figure',
    title: 'Qui « appeler »',
    src: '/medias/a.svg',
    width: 360,
    height: 480,
    html,
  } as const;

  test('has the text that says the same, which its alternative announces', () => {
    expect(shownOf(figure)).toMatch(/alt="[^"]*version texte[^"]*"/);
    expect(shownOf(figure)).toContain(`<summary>Version texte</summary>${html}</details>`);
  });
});

describe('a detail', () => {
  const detail = { kind: 'detail', title: 'Ce qui s’est passé', substance: 'La substance.', html } as const;

  test('gives its substance, and its description folded', () => {
    expect(shownOf(detail)).toContain('La substance.');
    expect(shownOf(detail)).toContain(
      `<details class="block__more"><summary>Lire la description</summary>${html}</details>`,
    );
  });

  test('read without descriptions, gives its substance only', () => {
    expect(shownOf(detail, 'folded')).toContain('La substance.');
    expect(shownOf(detail, 'folded')).not.toMatch(/details|Prose/);
  });
});

test('what somebody writes for themselves has no name and no form, so nothing can send it', () => {
  const shown = shownOf({ kind: 'reflexion', id: 'mes-appuis', title: 'Pour vous seul', html });
  expect(shown).not.toMatch(/ name=|<form|type="submit"/);
  expect(shown).toContain('<button type="button"');
});

test('a resource elsewhere is told nothing of where one comes from', () => {
  const link = { kind: 'ressource', title: 'Site', href: 'https://exemple.fr/?a=1&b=2', html } as const;
  expect(shownOf(link)).toContain('href="https://exemple.fr/?a=1&amp;b=2" rel="noreferrer external"');
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
      confidence: fc.constant('V2' as const),
      verifiedOn: text,
      toVerify: fc.boolean(),
      html: fc.constant(''),
    }),
    fc.record({
      kind: fc.constant('chronologie' as const),
      title: text,
      steps: fc.array(fc.record({ date: text, title: text, html: fc.constant('') }), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('figure' as const),
      title: text,
      src: text,
      width: fc.constant(360),
      height: fc.constant(480),
      html: fc.constant(''),
    }),
    fc.record({ kind: fc.constant('detail' as const), title: text, substance: text, html: fc.constant('') }),
    fc.record({ kind: fc.constant('reflexion' as const), id: text, title: text, html: fc.constant('') }),
  );
  const tags = (shown: string) => [...shown.matchAll(/<(\/?[a-z]+)/g)].map(([, tag]) => tag).sort();
  const harmless = (given: PlainBlock) =>
    JSON.parse(
      JSON.stringify(given, (_key, value) => (typeof value === 'string' ? value.replace(/[<>"'&]/g, 'x') : value)),
    );
  fc.assert(
    fc.property(block, (given) => {
      const shown = shownOf(given);
      expect(tags(shown).join()).toBe(tags(shownOf(harmless(given))).join());
      expect(shown.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    }),
  );
});
