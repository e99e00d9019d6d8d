import { expect, test } from 'vitest';
import { compileModule } from '#domain/authoring/compile-module.ts';
import { countModule } from '#domain/authoring/count-module.ts';
import { scaffoldModule } from '#domain/authoring/scaffold-module.ts';

test('a module is counted from its blocks and from what its sources say', () => {
  const files = scaffoldModule('ecouter-et-agir', 'm12');
  const context = { moduleSlugs: ['ecouter-et-agir'], helpIds: [] };
  const { module, survey } = compileModule({ slug: 'ecouter-et-agir', files, media: {} }, context);
  const counts = countModule(module!, {
    ...survey,
    statements: [
      { ...PLACE, kind: 'reference', confidence: 'V', toVerify: true },
      { ...PLACE, kind: 'source', confidence: 'C', toVerify: false },
    ],
  });
  expect(counts).toMatchObject({
    lessons: module!.lessons.length,
    figures: 0,
    references: { V: 1, V2: 0, C: 0 },
    sources: { V: 0, V2: 0, C: 1 },
    toVerify: 1,
  });
  const { savoir, comprendre, decider } = counts.questions;
  expect(savoir + comprendre + decider).toBe(module!.pool.length);
  expect(counts.words).toBeGreaterThan(0);
});

const PLACE = {
  file: 'ecouter-et-agir/01-premiers-reperes.mdx',
  line: 1,
  column: 1,
  statement: 'Une règle.',
  source: 'Code pénal',
  article: '1',
  verifiedOn: '2026-11-23',
} as const;
