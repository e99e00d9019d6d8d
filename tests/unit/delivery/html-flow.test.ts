import { expect, test } from 'vitest';
import { htmlFlow } from '#features/delivery/html-flow.ts';

const plain = (text: string) => ({ kind: 'text', tone: 'plain', runs: [{ text, isStrong: false }] });

test('a paragraph keeps its strong words, and blanks as a browser shows them', () => {
  expect(
    htmlFlow('<p>  Un <strong>seul\n fait</strong> peut <em>suffire</em> .<br>Vérifié le <time>7 août</time>. </p>'),
  ).toEqual([
    {
      kind: 'text',
      tone: 'plain',
      runs: [
        { text: 'Un ', isStrong: false },
        { text: 'seul fait', isStrong: true },
        { text: ' peut suffire . Vérifié le 7 août.', isStrong: false },
      ],
    },
  ]);
});

test('lists nest, and words between blocks are a paragraph', () => {
  expect(htmlFlow('<ol><li>Un<ul><li>Deux &amp; trois</li></ul>après</li></ol>')).toEqual([
    {
      kind: 'list',
      isOrdered: true,
      items: [[plain('Un'), { kind: 'list', isOrdered: false, items: [[plain('Deux & trois')]] }, plain('après')]],
    },
  ]);
});

test.each([
  ['<tr><th>A</th><th>B</th></tr><tr><td>1</td><td><strong>2</strong></td></tr>', ['A', 'B'], [['1', '2']]],
  ['<tr><th>A</th><td>1</td></tr>', [], [['A', '1']]],
])('a table has its head when it has one: %s', (html, head, rows) => {
  expect(htmlFlow(`<table><tbody>${html}</tbody></table>`)).toEqual([{ kind: 'table', head, rows }]);
});

test('a block is set apart with its label, its title and its note; a drawing is left to its text', () => {
  const html =
    '<section class="block block--reference"><p class="block__label">Référence</p><h4 class="block__title">Article <span class="badge">à vérifier</span></h4><p class="block__note">Vérifié.</p></section>' +
    '<figure class="block block--figure"><figcaption class="block__title">Titre</figcaption><img src="a.svg" alt="x"><details open><summary>Version texte</summary><p>Dit.</p></details></figure>';
  expect(htmlFlow(html)).toEqual([
    {
      kind: 'box',
      flows: [
        { kind: 'text', tone: 'label', runs: [{ text: 'Référence', isStrong: false }] },
        { kind: 'heading', level: 4, text: 'Article (à vérifier)' },
        { kind: 'text', tone: 'note', runs: [{ text: 'Vérifié.', isStrong: false }] },
      ],
    },
    { kind: 'text', tone: 'plain', runs: [{ text: 'Titre', isStrong: true }] },
    { kind: 'text', tone: 'label', runs: [{ text: 'Version texte', isStrong: false }] },
    plain('Dit.'),
  ]);
});

test('HTML that is not well formed is a fault of ours, and is said', () => {
  expect(() => htmlFlow('<p>Un</div>')).toThrow();
});
