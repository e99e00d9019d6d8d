import { expect, test } from 'vitest';
import type { SituationBlock } from '#domain/module/compiled-module.ts';
import { walkSituation } from '#domain/progress/situation-path.ts';
import { smallModule } from '#tests/support/published-module.ts';

const block = smallModule().lessons[1]?.blocks.find((known) => known.kind === 'situation') as SituationBlock;

test('a case begins at its first scene', () => {
  expect(walkSituation(block, [])).toMatchObject({ walked: [], current: { id: 'debut' } });
});

test('each choice leads to the scene it names', () => {
  const walk = walkSituation(block, [{ scene: 'debut', option: 'o2' }]);
  expect(walk).toMatchObject({ walked: [{ chosen: { consequence: 'CONSEQUENCE-2' } }], current: { id: 'rumeur' } });
});

test('an option that leads nowhere ends the case', () => {
  const path = [
    { scene: 'debut', option: 'o1' },
    { scene: 'ecoute', option: 'o1' },
  ];
  expect(walkSituation(block, path)).toMatchObject({ walked: [{}, {}], current: null });
});

test.each([
  ['an option that is gone', [{ scene: 'debut', option: 'o9' }]],
  ['a scene that is not the first', [{ scene: 'ecoute', option: 'o1' }]],
])('a path is followed until %s', (_title, path) => {
  expect(walkSituation(block, path)).toMatchObject({ walked: [], current: { id: 'debut' } });
});
