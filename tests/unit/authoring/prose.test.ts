import { expect, test } from 'vitest';
import { blocksOf, compileSample, FRONT_MATTER, htmlOf, IMAGE, soundModule } from './sample-module.ts';

test.each([
  ['[la suite](01-un.mdx)', '<p><a href="/modules/m7/1">la suite</a></p>'],
  ['[l’aide](/aide)', '<p><a href="/aide">l’aide</a></p>'],
  ['[le 15](/aide#samu-15)', '<p><a href="/aide#samu-15">le 15</a></p>'],
  ['[un autre](/modules/autre-module)', '<p><a href="/modules/m7">un autre</a></p>'],
  ['[celui-ci](/modules/essai)', '<p><a href="/modules/m7">celui-ci</a></p>'],
  ['[site](https://exemple.fr/?a=1)', '<p><a href="https://exemple.fr/?a=1" rel="noreferrer external">site</a></p>'],
  ['le 1<sup>er</sup> mars', '<p>le 1<sup>er</sup> mars</p>'],
  ['H<sub>2</sub>O<br/>fin', '<p>H<sub>2</sub>O<br>\nfin</p>'],
  [
    '**le <abbr title="Code de *procédure*">CPP</abbr>**',
    '<p><strong>le <abbr title="Code de *procédure*">CPP</abbr></strong></p>',
  ],
  ['`H<sub>2</sub>O`', '<p><code>H&#x3C;sub>2&#x3C;/sub>O</code></p>'],
  ['> citation', '<blockquote>\n<p>citation</p>\n</blockquote>'],
  ['3. trois\n4. quatre', '<ol start="3">\n<li>trois</li>\n<li>quatre</li>\n</ol>'],
  ['    pas du code', '<p>pas du code</p>'],
  ["`l'eau ?` et l'eau ?", "<p><code>l'eau ?</code> et l’eau\u202F?</p>"],
])('%s is rendered', (body, html) => {
  expect(htmlOf(body)).toBe(html);
});

test('a link to a heading is followed in this lesson and in another', () => {
  const module = soundModule(
    compileSample({
      '01-un.mdx': `${FRONT_MATTER}## Être là\n\n[ici](#être-là) [là](02-deux.mdx#la-fin)`,
      '02-deux.mdx': `${FRONT_MATTER}## La fin\n\nTexte.`,
    }),
  );
  expect(module.lessons[0]?.blocks[0]).toMatchObject({
    html: expect.stringContaining('<a href="#%C3%AAtre-l%C3%A0">ici</a> <a href="/modules/m7/2#la-fin">là</a>'),
  });
});

test('an image takes its public address', () => {
  const compiled = compileSample({ '01-un.mdx': `${FRONT_MATTER}![Un schéma](media/schema.svg)` }, 'essai', IMAGE);
  expect(soundModule(compiled).lessons[0]?.blocks).toEqual([
    { kind: 'prose', html: `<p><img src="${IMAGE['media/schema.svg'].href}" alt="Un schéma"></p>` },
  ]);
  expect(compiled.problems).toEqual([]);
});

test('a table scrolls by itself, its headers say what they head, its columns are aligned by class', () => {
  expect(htmlOf('| a | b |\n|---|--:|\n| 1 | 2 |')).toBe(
    '<div class="table-scroll" tabindex="0" role="region" aria-label="Tableau"><table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th class="align-right" scope="col">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table></div>',
  );
});

test.each([
  [
    'article 222-33, **L. 4122-4**',
    '<p>article\u00A0<span class="no-break">222-33</span>, <strong><span class="no-break">L.\u00A04122-4</span></strong></p>',
  ],
  ['[222-33](/aide)', '<p><a href="/aide"><span class="no-break">222-33</span></a></p>'],
  ['`222-33`, A-222-33, 12 à 14, 222-33e', '<p><code>222-33</code>, A-222-33, 12 à 14, 222-33e</p>'],
  ['loi n° 2018-703', '<p>loi n°\u00A0<span class="no-break">2018-703</span></p>'],
])('in %s, the numbers that a browser would cut are kept whole', (body, html) => {
  const source =
    '<Reference texte="x" article="222-33 et L4122-4" confiance="V" verifie="2026-11-23">\nx\n</Reference>';
  expect(blocksOf(`${body}\n\n${source}`)[0]).toEqual({ kind: 'prose', html });
});
