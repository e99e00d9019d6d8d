import { expect, test } from 'vitest';
import { sharedCodes } from '#features/publishing/shared-codes.ts';
import { sampleFolder } from './sample-folder.ts';

test('two modules with the same code are said, at the second one; other codes are free', () => {
  const folders = [sampleFolder(), sampleFolder({ slug: 'agir' }), sampleFolder({ slug: 'suivre', code: 'm77' })];
  expect(sharedCodes(folders)).toMatchObject([{ file: 'agir/module.yaml', severity: 'error', code: 'shared-code' }]);
  expect(sharedCodes([folders[0]!, folders[2]!])).toEqual([]);
});
