import { expect, test } from 'vitest';
import { compileModule } from '#domain/authoring/compile-module.ts';
import { scaffoldModule } from '#domain/authoring/scaffold-module.ts';

test('a new module passes the check without a notice', () => {
  const files = scaffoldModule('ecouter-et-agir', 'm12');
  const context = { moduleSlugs: ['ecouter-et-agir'], helpIds: [] };
  const { module, problems } = compileModule({ slug: 'ecouter-et-agir', files, media: {} }, context);
  expect(problems).toEqual([]);
  expect(module).toMatchObject({ code: 'm12', title: 'Ecouter et agir', drawSize: 2 });
});
