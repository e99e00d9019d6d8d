import { expect, test } from 'vitest';
import { compileBody, htmlOf, placesOf } from './sample-module.ts';

test.each([
  ['<80 % des cas', '<p>&#x3C;80 % des cas</p>', ['chevron-tel-quel 10:1']],
  ['Un nom : <特價>.', '<p>Un nom : &#x3C;特價>.</p>', ['chevron-tel-quel 10:10']],
  ['a < b', '<p>a &#x3C; b</p>', ['chevron-tel-quel 10:3']],
  ['Merci <3', '<p>Merci &#x3C;3</p>', ['chevron-tel-quel 10:7']],
  ['Écrire à <nom du témoin>.', '<p>Écrire à &#x3C;nom du témoin>.</p>', ['chevron-tel-quel 10:10']],
  ['<Durand, 2019>', '<p>&#x3C;Durand, 2019></p>', ['chevron-tel-quel 10:1']],
  ['<>', '<p>&#x3C;></p>', ['chevron-tel-quel 10:1']],
  ['Voir <https://exemple.fr>.', '<p>Voir &#x3C;https://exemple.fr>.</p>', ['adresse-entre-chevrons 10:6']],
  ['Le {nom} et {1 + 1}', '<p>Le {nom} et {1 + 1}</p>', ['accolade-telle-quelle 10:4', 'accolade-telle-quelle 10:13']],
  ['une accolade } seule', '<p>une accolade } seule</p>', []],
])('%s is published as typed, with a notice', (body, html, notices) => {
  const { problems } = compileBody(body);
  expect(placesOf(problems, 'notice')).toEqual(notices);
  expect(htmlOf(body).replaceAll(/[\u00A0\u202F]/g, ' ')).toBe(html);
});

test.each([
  'import de données : suivez le guide',
  'import des fichiers depuis « l’intranet »',
  'export des résultats vers un tableur',
  'export type tableur, pour chaque unité',
  'important : lisez la suite',
])('"%s" is French, not a program', (body) => {
  expect(placesOf(compileBody(body).problems)).toEqual([]);
});

test.each([
  ['`<Encadre>` et `{x}`', '<p><code>&#x3C;Encadre></code> et <code>{x}</code></p>'],
  [
    '```\n<Encadre titre={x}>\nimport x from "y"\n```',
    '<pre><code>&#x3C;Encadre titre={x}>\nimport x from "y"\n</code></pre>',
  ],
  ['- point\n\n  ~~~\n  <div>\n  ~~~', '<ul>\n<li>\n<p>point</p>\n<pre><code>&#x3C;div>\n</code></pre>\n</li>\n</ul>'],
  ['\\<Encadre>', '<p>&#x3C;Encadre></p>'],
  ['&lt;script&gt;', '<p>&#x3C;script></p>'],
])('%s: code and escapes say nothing to the compiler', (body, html) => {
  expect(compileBody(body).problems).toEqual([]);
  expect(htmlOf(body)).toBe(html);
});

test('a backtick alone in each choice does not swallow the tags between them', () => {
  const body =
    '<Question id="q">\nQue faire ?\n<Choix juste explication="Un ` seul.">A ` b</Choix>\n<Choix explication="Non.">C ` d</Choix>\n</Question>';
  expect(placesOf(compileBody(body).problems)).toEqual([]);
});
