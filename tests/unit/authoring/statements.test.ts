import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReview, dueWithin } from '#domain/authoring/statements/check-review.ts';
import { addDays, parseCivilDate, type CivilDate } from '#domain/time/civil-date.ts';
import { compileSample, expectAtMarks, FRONT_MATTER, placesOf, POOL, question } from './sample-module.ts';

const SOURCE = (article: string) =>
  FRONT_MATTER.replace(
    'sources: []',
    `sources:\n  - enonce: Un énoncé.\n    source: Code pénal\n    article: ${article}\n    confiance: V\n    verifie: 2026-04-02`,
  );
const REFERENCE =
  '<Reference texte="Code pénal" article="434-3" confiance="V2" verifie="2026-11-23">\nUn *texte*.\n</Reference>\n';
const codesOf = ({ problems }: ReturnType<typeof compileSample>) => problems.map(({ code }) => code);

describe('an article that a lesson cites', () => {
  test('is an error where it stands first, without a source in the module', () => {
    const { text, places } = expectAtMarks(`${FRONT_MATTER}Un **mot**, l’article ¦434-3, puis 434-3.`, [
      'article-sans-source',
    ]);
    const { module, problems } = compileSample({ '01-un.mdx': text });
    expect(placesOf(problems)).toEqual(places);
    expect(module).toBeNull();
  });

  test.each([
    ['a source of its front matter', { '01-un.mdx': `${SOURCE('434-3')}L’article 434-3.` }],
    ['a source that YAML reads as a number', { '01-un.mdx': `${SOURCE('40')}L’article 40.` }],
    ['a card', { '01-un.mdx': `${FRONT_MATTER}L’article 434-3.\n\n${REFERENCE}` }],
    ['another lesson', { '01-un.mdx': `${FRONT_MATTER}L’article 434-3.`, '02-deux.mdx': `${SOURCE('434-3')}Texte.` }],
  ])('is sound with %s', (_, changes) => {
    expect(codesOf(compileSample(changes))).toEqual([]);
  });

  test('may be anywhere a reader sees it: an attribute, a question, the glossary', () => {
    const glossary = '- terme: Bonjour\n  definition: Selon l’article 434-3.\n';
    const pool = `${POOL}\n${question('id="e3" lecon="01-un" niveau="savoir"').replace('"Oui."', '"L’article 226-14."')}`;
    const lesson = `${FRONT_MATTER}Bonjour.\n\n<Mythe enonce="L’article 222-33.">\n<Fait>\nx\n</Fait>\n</Mythe>`;
    const { problems } = compileSample({ 'glossaire.yaml': glossary, 'evaluation.mdx': pool, '01-un.mdx': lesson });
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'essai/01-un.mdx article-sans-source',
      'essai/glossaire.yaml article-sans-source',
      'essai/evaluation.mdx article-sans-source',
    ]);
  });

  test('is not an error beside the one of the card that has it', () => {
    const body = `L’article 434-3.\n\n${REFERENCE.replace(' confiance="V2"', '')}`;
    expect(codesOf(compileSample({ '01-un.mdx': FRONT_MATTER + body }))).toEqual(['attribut-manquant']);
  });
});

test('statements are surveyed with their places, sources first', () => {
  const { survey } = compileSample({ '01-un.mdx': `${SOURCE('434-3')}Texte.\n\n${REFERENCE}` });
  expect(survey.statements).toEqual([
    {
      kind: 'source',
      file: 'essai/01-un.mdx',
      line: 9,
      column: 5,
      statement: 'Un énoncé.',
      source: 'Code pénal',
      article: '434-3',
      confidence: 'V',
      verifiedOn: '2026-04-02',
      toVerify: false,
    },
    {
      kind: 'reference',
      file: 'essai/01-un.mdx',
      line: 17,
      column: 1,
      statement: 'Un texte.',
      source: 'Code pénal',
      article: '434-3',
      confidence: 'V2',
      verifiedOn: '2026-11-23',
      toVerify: false,
    },
  ]);
});

describe('what was verified on 2 April 2026, for 365 days', () => {
  const { survey } = compileSample({ '01-un.mdx': `${SOURCE('434-3')}Texte.` });
  const codesOn = (day: string) => checkReview(survey, parseCivilDate(day)!).map(({ code }) => code);

  test.each([
    ['2026-04-01', ['verification-a-venir']],
    ['2026-04-02', []],
    ['2027-04-02', []],
    ['2027-04-03', ['relecture-echue']],
  ])('gives on %s the errors %j', (day, codes) => {
    expect(codesOn(day)).toEqual(codes);
  });

  test.each([
    ['2027-03-02', 0],
    ['2027-03-03', 1],
    ['2027-04-02', 1],
    ['2027-04-03', 0],
  ])('is announced on %s, thirty days ahead: %i', (day, count) => {
    const due = dueWithin(survey, parseCivilDate(day)!, 30);
    expect(due.map(({ dueOn }) => dueOn)).toEqual(Array(count).fill('2027-04-02'));
  });

  test('is said with its source, its place and its dates', () => {
    const [problem] = checkReview(survey, parseCivilDate('2028-01-01')!);
    expect(problem).toMatchObject({ file: 'essai/01-un.mdx', line: 9, severity: 'error' });
    expect(problem?.message.replaceAll('\u00A0', ' ')).toBe(
      '« Code pénal, 434-3 », vérifié le 2 avril 2026, était à relire au plus tard le 2 avril 2027.',
    );
  });

  test('is never both overdue and announced', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), (shift) => {
        const today = addDays('2026-04-02' as CivilDate, shift);
        expect(checkReview(survey, today).length + dueWithin(survey, today, 30).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
