import { expect, test } from 'vitest';
import { articlesOfSource, findArticles } from '#domain/authoring/statements/article-numbers.ts';

test.each([
  ['Le délit de l’article 222-33.', ['222-33']],
  ['222-33-2-2, 434-4', ['222-33-2-2', '434-4']],
  ['L4122-4, L. 4123-10-1, R. 4137-13 et D4122-2', ['L4122-4', 'L4123-10-1', 'R4137-13', 'D4122-2']],
  ['L’article 40 du code', ['40']],
  ['Les articles 8, 9 et 10-2, l’article 15-3', ['8', '9', '10-2', '15-3']],
  ['articles R135-1 à R135-10', ['R135-1', 'R135-10']],
  ['(art. 706-3)', ['706-3']],
  ['l’article\n222-22', ['222-22']],
])('in %j, the articles %j are cited', (text, articles) => {
  expect(findArticles(text).map(({ article }) => article)).toEqual(articles);
});

test.each([
  'Le 2026-11-23, en 2014-2015, de 10-12 personnes',
  'La loi n° 2018-703, le décret n°2020-256, la décision 2025-1137',
  'Le pourvoi 24-81.644, le DOI 10.1038/s41562-023-01598-6',
  'Au 3919, de 9 h à 18 h, 45 000 €, un article de 12 pages',
  'COVID-19, A4-222-3, x222-33',
])('in %j, no article is cited', (text) => {
  expect(findArticles(text)).toEqual([]);
});

test.each([
  ['222-33', ['222-33']],
  ['L. 131-12 et L133-3', ['L131-12', 'L133-3']],
  ['R135-1 à R135-4', ['R135-1', 'R135-2', 'R135-3', 'R135-4']],
  ['222-33, III', ['222-33']],
  ['40', ['40']],
  ['222-33 à 12-1', ['222-33', '12-1']],
  ['1-1 à 1-9999', ['1-1', '1-9999']],
])('a source on %j stands for %j', (typed, articles) => {
  expect(articlesOfSource(typed)).toEqual(articles);
});
