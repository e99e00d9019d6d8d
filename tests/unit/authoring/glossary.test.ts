import { expect, test } from 'vitest';
import { blocksWith, lessonsWith } from './sample-glossary.ts';
import { compileSample, expectAtMarks, FRONT_MATTER, placesOf } from './sample-module.ts';

const link = (id: string, text: string) => `<a class="glossary-term" href="#glossaire-${id}">${text}</a>`;

test('the first mention of a term in the prose of a lesson leads to its definition, the others are as typed', () => {
  expect(blocksWith('La sidération, puis la sidération.')).toEqual([
    { kind: 'prose', html: `<p>La ${link('sideration', 'sidération')}, puis la sidération.</p>` },
  ]);
});

test('each lesson has its own first mention, and says which terms it mentions', () => {
  const lessons = lessonsWith({ '01-un.mdx': 'La sidération.', '02-deux.mdx': 'Sidération et emprise.' });
  expect(lessons.map(({ glossary }) => glossary.map(({ id }) => id))).toEqual([
    ['sideration'],
    ['emprise', 'sideration'],
  ]);
  expect(lessons[1]?.blocks[0]).toMatchObject({
    html: `<p>${link('sideration', 'Sidération')} et ${link('emprise', 'emprise')}.</p>`,
  });
});

test.each([
  ['another form', 'Elle reste sidérée.', 'sidérée'],
  ['a plural', 'Des sidérations.', 'sidérations'],
  ['a capital with its accent', 'SIDÉRATION !', 'SIDÉRATION'],
  ['a capital without it', 'SIDERATION !', 'SIDERATION'],
  ['emphasis', 'La **sidération**.', 'sidération'],
  ['an elision', 'L’emprise.', 'emprise'],
])('a mention is recognised in %s', (_, body, mention) => {
  expect(blocksWith(body)[0]).toMatchObject({ html: expect.stringContaining(`>${mention}</a>`) });
});

test.each([
  ['a heading', '## La sidération'],
  ['a link', '[La sidération](/aide)'],
  ['code', '`sidération`'],
  ['a header cell', '| sidération |\n|---|\n| x |'],
  ['a piece of another word', 'La désidération, un sidération-test.'],
  ['a word without its accent', 'La sideration.'],
])('a mention is not linked in %s', (_, body) => {
  expect(JSON.stringify(blocksWith(`${body}\n\nTexte.`))).not.toContain('glossary-term');
});

test('a definition, a folded passage or an exercise is not where a reader first meets a word', () => {
  const body =
    '<Definition terme="Sidération">\nLa sidération.\n</Definition>\n\n<Detail titre="x" substance="y">\nLa sidération.\n</Detail>\n\n<Question id="q">\nLa sidération ?\n<Choix juste explication="x">Sidération.</Choix>\n<Choix explication="y">Non.</Choix>\n</Question>\n\n<Encadre titre="x">\nLa sidération.\n</Encadre>';
  const linked = blocksWith(body).filter((block) => JSON.stringify(block).includes('glossary-term'));
  expect(linked.map(({ kind }) => kind)).toEqual(['encadre']);
});

test('the longest of two terms at one place wins', () => {
  expect(blocksWith('Une emprise psychique.')[0]).toMatchObject({
    html: `<p>Une ${link('emprise-psychique', 'emprise psychique')}.</p>`,
  });
});

const ENTRY = '- terme: sidération\n  definition: Une réaction.\n';

// `¦` marks where each problem is expected, in glossaire.yaml.
test.each<[string, string, string]>([
  ['a term without definition', 'cle-manquante', '- ¦terme: sidération\n'],
  ['an empty definition', 'valeur-incorrecte', ENTRY.replace('Une réaction.', '¦""')],
  ['an unknown key', 'cle-inconnue', `${ENTRY}  ¦couleur: rouge\n`],
  ['forms that are no list', 'valeur-incorrecte', `${ENTRY}  formes: ¦sidéré\n`],
  ['a term twice', 'terme-en-double', `${ENTRY}- terme: ¦Sidération\n  definition: Encore.\n`],
  ['settings in place of entries', 'reglage-illisible', '¦terme: sidération\n'],
  ['a colon in a value', 'reglage-illisible', '- terme: x\n  definition: ¦Un : deux\n'],
])('a glossary with %s is an error', (_, code, marked) => {
  const { text, places } = expectAtMarks(marked, [code]);
  expect(placesOf(compileSample({ 'glossaire.yaml': text }).problems)).toEqual(places);
});

test('a term that no lesson mentions is a remark', () => {
  const { module, problems } = compileSample({ 'glossaire.yaml': ENTRY, '01-un.mdx': `${FRONT_MATTER}Texte.` });
  expect(placesOf(problems, 'notice')).toEqual(['terme-sans-mention 1:10']);
  expect(module?.glossary).toEqual([{ id: 'sideration', term: 'sidération', definition: 'Une réaction.' }]);
});
