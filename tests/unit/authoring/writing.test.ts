import { describe, expect, test } from 'vitest';
import { countSyllables } from '#domain/authoring/language/count-syllables.ts';
import { splitSentences } from '#domain/authoring/language/split-sentences.ts';
import { splitWords } from '#domain/authoring/language/split-words.ts';
import { compileBody, compileSample, expectAtMarks, FRONT_MATTER, placesOf, POOL, question } from './sample-module.ts';

const words = (count: number, word = 'mot') => Array.from({ length: count }, () => word).join(' ');

test.each([
  ['Un. Deux ! Trois ?', ['Un.', 'Deux !', 'Trois ?']],
  ['« Un. » Deux.', ['« Un. »', 'Deux.']],
  ['Voir l’art. 8 et M. Durand. Suite', ['Voir l’art. 8 et M. Durand.', 'Suite']],
  ['Il dit… rien. Puis…', ['Il dit… rien.', 'Puis…']],
  ['Un taux de 3.5 points.', ['Un taux de 3.5 points.']],
  ['…', []],
])('%j is made of the sentences %j', (text, sentences) => {
  expect(splitSentences(text).map((sentence) => sentence.text)).toEqual(sentences);
  for (const sentence of splitSentences(text)) expect(text.indexOf(sentence.text)).toBe(sentence.start);
});

test.each([
  ['L’écoute vient avant', 3],
  ['45 000 € d’amende', 2],
  ['« Je vous crois » : oui', 4],
  ['— ; …', 0],
])('%j has %i words', (text, count) => {
  expect(splitWords(text)).toHaveLength(count);
});

test.each([
  ['chat', 1],
  ['parole', 2],
  ['sidération', 4],
  ['créer', 2],
  ['qui', 1],
  ['guerre', 1],
  ['maïs', 2],
  ['témoins', 2],
  ['harcèlement', 4],
])('« %s » has %i syllables', (word, count) => {
  expect(countSyllables(word)).toBe(count);
});

describe('a sentence of more than 35 words is a remark where it begins', () => {
  test.each([
    ['in a paragraph', `Un mot. ¦Puis ${words(35)}.`],
    ['in a list', `- Un mot.\n- ¦Puis **${words(35)}**.`],
    ['in an attribute', `<Mythe enonce="¦Puis ${words(35)}.">\n<Fait>\nNon.\n</Fait>\n</Mythe>`],
    ['in a choice', question('id="q"').replace('Agir.', `¦Puis ${words(35)}.`)],
  ])('%s', (_, marked) => {
    const { text, places } = expectAtMarks(FRONT_MATTER + marked, ['phrase-longue']);
    const { module, problems } = compileSample({ '01-un.mdx': text });
    expect(placesOf(problems, 'notice')).toEqual(places);
    expect(module).not.toBeNull();
  });

  test('35 words are not too many, nor are the cells of a table', () => {
    const body = `Puis ${words(34)}.\n\n| a |\n|---|\n| ${words(50)} |`;
    expect(compileBody(body).problems).toEqual([]);
  });
});

const HARD = `Les ${words(13, 'administrations')}. `;

describe('a lesson', () => {
  test('that reads like an instruction is a remark, with its measure', () => {
    const { problems } = compileBody(HARD.repeat(8));
    expect(problems).toMatchObject([{ code: 'lecture-difficile', severity: 'notice' }]);
    expect(problems[0]?.message).toMatch(/ 0 sur 100, 12,\d mots par phrase et [45],\d syllabes par mot/);
  });

  test('of plain words is none, nor is one too short to be measured', () => {
    expect(compileBody(`Un ${words(13)}. `.repeat(8)).problems).toEqual([]);
    expect(compileBody(HARD).problems).toEqual([]);
  });

  test('without key points is a remark, with them none', () => {
    const pointsOf = (body: string) => compileBody(body).onTheWhole.filter(({ code }) => code === 'sans-a-retenir');
    expect(pointsOf('<Encadre titre="À retenir">\nUn.\n</Encadre>')).toMatchObject([
      { file: 'essai/01-un.mdx', line: 1 },
    ]);
    expect(pointsOf('<Encadre titre="À retenir" ton="retenir">\nUn.\n</Encadre>')).toEqual([]);
  });

  test('says how much there is to read in it', () => {
    const { survey } = compileBody(
      '## Un titre\n\nDeux mots.\n\n<Encadre titre="Encore">\nTrois petits mots.\n</Encadre>',
    );
    // With those of its objective.
    expect(survey.readings).toMatchObject([{ lesson: '01-un', reading: { words: 1 + 2 + 2 + 1 + 3 } }]);
  });
});

describe('in the assessment', () => {
  const asked = (id: string, right: string, level = 'savoir') =>
    question(`id="${id}" lecon="01-un" niveau="${level}"`).replace('Agir.', right).replace('Attendre.', words(5));
  const remarksOf = (pool: string) => {
    const { problems, onTheWhole } = compileSample({ 'evaluation.mdx': pool });
    return [...problems, ...onTheWhole].filter(({ file }) => file === 'essai/evaluation.mdx').map(({ code }) => code);
  };
  const LEVELS = asked('a', 'a', 'savoir') + asked('b', 'b', 'comprendre') + asked('c', 'c', 'decider');

  test('a right choice longer than all others by more than 20 % is an error where it stands', () => {
    // The others have 19 characters.
    const { text, places } = expectAtMarks(
      `${POOL}\n${asked('x', 'a'.repeat(23)).replace('<Choix juste', '¦<Choix juste')}`,
      ['bonne-reponse-la-plus-longue'],
    );
    const { module, problems } = compileSample({ 'evaluation.mdx': text });
    expect(placesOf(problems)).toEqual(places);
    expect(module).toBeNull();
  });

  test('a right choice longer by less is none, nor is one of several, nor one in a lesson', () => {
    expect(remarksOf(LEVELS + asked('x', 'a'.repeat(22)))).toEqual([]);
    const several = asked('x', 'a'.repeat(60)).replace(
      '</Question>',
      '<Choix juste explication="x">Oui.</Choix>\n</Question>',
    );
    expect(remarksOf(LEVELS + several)).toEqual([]);
    expect(compileBody(question('id="q"').replace('Agir.', 'a'.repeat(60))).problems).toEqual([]);
  });

  test('marks of emphasis do not make a choice longer', () => {
    expect(remarksOf(LEVELS + asked('x', `**${'a'.repeat(19)}**`))).toEqual([]);
  });

  test('right choices that are the longest in more than 40 % of the questions are a remark', () => {
    expect(remarksOf(LEVELS + asked('x', 'a'.repeat(20)) + asked('y', 'a'.repeat(20)))).toEqual([]);
    const three = ['x', 'y', 'z'].map((id) => asked(id, 'a'.repeat(20))).join('');
    expect(remarksOf(LEVELS + three)).toEqual(['bonnes-reponses-trop-longues']);
  });

  test('a level or a lesson without question is a remark', () => {
    expect(remarksOf(POOL)).toEqual(['niveau-sans-question', 'niveau-sans-question']);
    const { onTheWhole } = compileSample({ 'evaluation.mdx': LEVELS, '02-deux.mdx': `${FRONT_MATTER}Texte.` });
    expect(onTheWhole.filter(({ code }) => code !== 'sans-a-retenir')).toMatchObject([
      { code: 'lecon-sans-question', severity: 'notice', message: expect.stringContaining('02-deux') },
    ]);
  });
});
