import { expect, test } from 'vitest';
import type { Block } from '#domain/module/compiled-module.ts';
import { blockText } from '#features/search/block-text.ts';

const html = '<p>TEXTE</p>';
const choices = [{ id: 'c1', html: 'SECRET', isRight: true, explanation: 'SECRET' }];
const option = { id: 'o1', html: 'SECRET', verdict: 'juste' as const, consequence: 'SECRET', next: null };

const silent: Block[] = [
  { kind: 'question', id: 'q', html: '<p>SECRET</p>', isMultiple: false, choices },
  {
    kind: 'classer',
    id: 'k',
    title: 'SECRET',
    html: '<p>SECRET</p>',
    groups: ['SECRET'],
    elements: [{ id: 'e1', html: 'SECRET', group: 0, explanation: 'SECRET' }],
  },
  {
    kind: 'ordonner',
    id: 'o',
    title: 'SECRET',
    html: '<p>SECRET</p>',
    elements: [{ id: 'e1', html: 'SECRET', explanation: 'SECRET' }],
    shownOrder: ['e1'],
  },
  { kind: 'reflexion', id: 'r', title: 'SECRET', html: '<p>SECRET</p>' },
  {
    kind: 'situation',
    id: 's',
    title: 'SECRET',
    viewpoint: 'temoin',
    setting: 'SECRET',
    html: '<p>SECRET</p>',
    scenes: [{ id: 'debut', html: '<p>SECRET</p>', options: [option] }],
  },
];

test.each(silent.map((block) => [block.kind, block] as const))('%s can be found by nothing', (_kind, block) => {
  expect(blockText(block)).toBe('');
});

test('of a description that is folded, only what replaces it can be found', () => {
  const block: Block = { kind: 'detail', title: 'TITRE', substance: 'SUBSTANCE', html: '<p>SECRET</p>' };
  expect(blockText(block)).toBe('TITRE · SUBSTANCE');
});

test('of a received idea, what is known can be found, not the idea that an extract would show alone', () => {
  expect(blockText({ kind: 'mythe', statement: 'SECRET', html })).toBe('TEXTE');
});

test.each<[Block, string]>([
  [{ kind: 'prose', html }, 'TEXTE'],
  [{ kind: 'eleves', html }, 'TEXTE'],
  [{ kind: 'encadre', title: 'TITRE', tone: 'info', html }, 'TITRE · TEXTE'],
  [{ kind: 'avertissement', title: 'TITRE', html }, 'TITRE · TEXTE'],
  [{ kind: 'definition', term: 'TERME', html }, 'TERME · TEXTE'],
  [{ kind: 'ressource', title: 'TITRE', href: '/aide', html }, 'TITRE · TEXTE'],
  [{ kind: 'figure', title: 'TITRE', src: '/medias/a.svg', width: 1, height: 1, html }, 'TITRE · TEXTE'],
  [
    { kind: 'chronologie', title: 'TITRE', steps: [{ date: 'Le soir', title: 'Protéger', html }] },
    'TITRE · Le soir · Protéger · TEXTE',
  ],
  [
    {
      kind: 'reference',
      text: 'Code pénal',
      article: '222-22',
      confidence: 'V',
      verifiedOn: '2026-11-23',
      toVerify: false,
      html,
    },
    'Code pénal, 222-22 · TEXTE',
  ],
])('%j says %s', (block, words) => {
  expect(blockText(block)).toBe(words);
});
