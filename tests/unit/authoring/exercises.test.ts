import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffledPlaces } from '#domain/authoring/blocks/shuffled-places.ts';
import { blocksOf, compileSample, expectAtMarks, FRONT_MATTER, placesOf } from './sample-module.ts';

const element = (attributes: string, text = 'Agir.') => `<Element ${attributes}>${text}</Element>\n`;
const classer = (...elements: string[]) =>
  `<Classer id="c" titre="Mythe ou fait ?" groupes="Mythe | Fait">\nTrois phrases.\n\n${elements.join('')}</Classer>\n`;
const MYTH = element('dans="Mythe" explication="Non."');
const FACT = element('dans="Fait" explication="Oui."');
const ordonner = (count: number, id = 'o') =>
  `<Ordonner id="${id}" titre="D’abord ?">\n${Array.from({ length: count }, (_, index) => element(`explication="Raison ${index + 1}."`, `Geste ${index + 1}.`)).join('')}</Ordonner>\n`;

test('Classer becomes a block: each element in its group', () => {
  expect(blocksOf(classer(MYTH, FACT, element('dans="Mythe" explication="L\'idée."', 'Une *idée*.')))).toEqual([
    {
      kind: 'classer',
      id: 'c',
      title: 'Mythe ou fait\u202F?',
      html: '<p>Trois phrases.</p>',
      groups: ['Mythe', 'Fait'],
      elements: [
        { id: 'e1', html: 'Agir.', group: 0, explanation: 'Non.' },
        { id: 'e2', html: 'Agir.', group: 1, explanation: 'Oui.' },
        { id: 'e3', html: 'Une <em>idée</em>.', group: 0, explanation: 'L’idée.' },
      ],
    },
  ]);
});

test('Ordonner keeps the right order and shows another, the ids being those of the order shown', () => {
  const [block] = blocksOf(ordonner(4));
  if (block?.kind !== 'ordonner') throw new Error('Not an exercise');
  expect(block).toMatchObject({ id: 'o', title: 'D’abord\u202F?', html: '', shownOrder: ['e1', 'e2', 'e3', 'e4'] });
  expect(block.elements.map(({ html }) => html)).toEqual(['Geste 1.', 'Geste 2.', 'Geste 3.', 'Geste 4.']);
  expect(block.elements.map(({ explanation }) => explanation)[1]).toBe('Raison 2.');
  expect(block.elements.map(({ id }) => id)).not.toEqual(block.shownOrder);
  expect(block.elements.map(({ id }) => id).sort()).toEqual(block.shownOrder);
  expect(blocksOf(ordonner(4))).toEqual([block]);
});

test('the order shown depends on the exercise alone, holds each place once, and is never the right one', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 8 }), (id, count) => {
      const places = shuffledPlaces(id, count);
      const inOrder = Array.from({ length: count }, (_, index) => index);
      expect(places).toEqual(shuffledPlaces(id, count));
      expect(places.toSorted((one, other) => one - other)).toEqual(inOrder);
      expect(places).not.toEqual(inOrder);
    }),
  );
});

test('Reflexion, Detail and Eleves become blocks', () => {
  expect(
    blocksOf(
      '<Reflexion id="r" titre="Pour vous seul">\nÀ qui ?\n</Reflexion>\n\n<Detail titre="Les faits" substance="L\'essentiel.">\nUn.\n\nDeux.\n</Detail>\n\n<Eleves>\nUn élève.\n</Eleves>',
    ),
  ).toEqual([
    { kind: 'reflexion', id: 'r', title: 'Pour vous seul', html: '<p>À qui\u202F?</p>' },
    { kind: 'detail', title: 'Les faits', substance: 'L’essentiel.', html: '<p>Un.</p>\n<p>Deux.</p>' },
    { kind: 'eleves', html: '<p>Un élève.</p>' },
  ]);
});

// `¦` marks where each problem is expected.
const CASES: [string, string[], string][] = [
  ['two elements to sort', ['nombre-d-elements'], `¦${classer(MYTH, FACT)}`],
  ['eleven elements to sort', ['nombre-d-elements'], `¦${classer(FACT, MYTH.repeat(10))}`],
  ['a group of another name', ['groupe-inconnu'], classer(MYTH, FACT, FACT.replace('dans="Fait"', '¦dans="Faits"'))],
  [
    'a single group',
    ['attribut-incorrect'],
    classer(MYTH, MYTH, MYTH).replace('groupes="Mythe | Fait"', '¦groupes="Mythe"'),
  ],
  [
    'two groups of one name',
    ['attribut-incorrect'],
    classer(MYTH, MYTH, MYTH).replace('groupes="Mythe | Fait"', '¦groupes="Mythe | Mythe"'),
  ],
  [
    'five groups',
    ['attribut-incorrect'],
    classer(MYTH, MYTH, MYTH).replace('groupes="Mythe | Fait"', '¦groupes="Mythe | b | c | d | e"'),
  ],
  [
    'an element without its group',
    ['attribut-manquant'],
    classer(MYTH, FACT, MYTH.replace('dans="Mythe" ', '').replace('<', '¦<')),
  ],
  [
    'an element without explanation',
    ['attribut-manquant'],
    ordonner(3).replace('<Element explication="Raison 2."', '¦<Element'),
  ],
  [
    'an element of two paragraphs',
    ['texte-sur-un-paragraphe'],
    classer(MYTH, FACT, MYTH.replace('<', '¦<').replace('Agir.', 'Un.\n\nDeux.')),
  ],
  ['two elements to order', ['nombre-d-elements'], `¦${ordonner(2)}`],
  ['nine elements to order', ['nombre-d-elements'], `¦${ordonner(9)}`],
  ['a group in an ordering', ['attribut-inconnu'], ordonner(3).replace('<Element ', '<Element ¦dans="x" ')],
  ['an element alone', ['composant-mal-place'], `¦${element('explication="x"')}`],
  ['text after the elements', ['texte-hors-place'], ordonner(3).replace('</Ordonner>', '¦Suite.\n</Ordonner>')],
  ['an id taken', ['identifiant-en-double'], `${ordonner(3)}\n${ordonner(3).replace('id=', '¦id=')}`],
  ['a description without its substance', ['attribut-manquant'], '¦<Detail titre="x">\nTexte.\n</Detail>'],
  ['a word for students with a title', ['attribut-inconnu'], '<Eleves ¦titre="x">\nTexte.\n</Eleves>'],
  ['a question to oneself without id', ['attribut-manquant'], '¦<Reflexion titre="x">\nTexte.\n</Reflexion>'],
];

test.each(CASES)('%s is an error where it stands', (_, codes, marked) => {
  const { text, places } = expectAtMarks(FRONT_MATTER + marked, codes);
  expect(placesOf(compileSample({ '01-un.mdx': text }).problems)).toEqual(places);
});

test.each<[string, string, string]>([
  ['a group where nothing goes', 'groupe-vide', classer(MYTH, MYTH, MYTH).replace('groupes', '¦groupes')],
  [
    'a second question to oneself',
    'reflexion-en-trop',
    '<Reflexion id="a" titre="x">\nUn.\n</Reflexion>\n\n¦<Reflexion id="b" titre="x">\nDeux.\n</Reflexion>',
  ],
])('%s is a remark', (_, code, marked) => {
  const { text, places } = expectAtMarks(FRONT_MATTER + marked, [code]);
  const { module, problems } = compileSample({ '01-un.mdx': text });
  expect(placesOf(problems, 'notice')).toEqual(places);
  expect(module).not.toBeNull();
});
