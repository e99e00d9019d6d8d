import { expect, test } from 'vitest';
import { completeModule, type StoredModule } from '#domain/module/complete-module.ts';
import { compileSample, FRONT_MATTER, soundModule } from './sample-module.ts';

const NOTICE = { topics: ['emprise'], intensity: 3, media: 'Texte.', detail: 'Propre au module.' };

/** A module as the first compiler stored it. */
const OLD = {
  title: 'Ancien',
  notice: NOTICE,
  lessons: [
    {
      slug: '01-un',
      headings: [],
      blocks: [
        { kind: 'prose', html: '<p>Un.</p>' },
        {
          kind: 'reference',
          text: 'Code pénal',
          article: '222-22',
          verifiedOn: '2026-11-23',
          toVerify: false,
          html: '',
        },
        { kind: 'situation', id: 's', title: 'Un cas', html: '', scenes: [] },
      ],
    },
  ],
  pool: [{ id: 'e1', lesson: '01-un' }],
} as unknown as StoredModule;

test('a module of the first compiler gets what its readers now rely on, and claims nothing by it', () => {
  expect(completeModule(OLD)).toMatchObject({
    title: 'Ancien',
    audiences: ['personnels'],
    reviewDays: 365,
    glossary: [],
    lessons: [
      {
        slug: '01-un',
        notice: { ...NOTICE, detail: null },
        sources: [],
        glossary: [],
        blocks: [
          { kind: 'prose', html: '<p>Un.</p>' },
          { kind: 'reference', article: '222-22', confidence: 'C', toVerify: true },
          { kind: 'situation', title: 'Un cas', viewpoint: 'collegue', setting: 'Au travail' },
        ],
      },
    ],
    pool: [{ id: 'e1', level: 'comprendre' }],
  });
});

test('a module of today is left as it is', () => {
  const body = `<Reference texte="x" confiance="V" verifie="2026-11-23">\nx\n</Reference>\n\n<Situation id="s" titre="t" regard="temoin" cadre="Ici">\n<Scene id="a">\nx\n<Option avis="juste" consequence="y">z</Option>\n</Scene>\n</Situation>`;
  const module = soundModule(compileSample({ '01-un.mdx': FRONT_MATTER + body }));
  expect(completeModule(module)).toEqual(module);
});
