import { expect, test } from 'vitest';
import { htmlText } from '#features/search/html-text.ts';

test.each([
  ['<p>Un <strong>faisceau</strong> d’indices.</p><p>Un autre.</p>', 'Un faisceau d’indices. Un autre.'],
  [
    '<ul>\n<li>des retards ;</li>\n<li>un retrait</li>\n<li>une peur</li>\n</ul>',
    'des retards ; un retrait · une peur',
  ],
  ['<p>sidé<em>ration</em></p>', 'sidération'],
  ['<h2 id="a">Ce qui se voit</h2><p>Un signe.</p>', 'Un signe.'],
  ['<p>&#x3C;80\u00a0% &amp; &#39;plus&#39; &lt;b&gt;</p>', "<80\u00a0% & 'plus' <b>"],
  ['<p>à la<br>ligne</p>', 'à la · ligne'],
  ['<p>\uE000faux\uE001 repère</p>', 'faux repère'],
])('of %s, the words are %s', (html, words) => {
  expect(htmlText(html)).toBe(words);
});
