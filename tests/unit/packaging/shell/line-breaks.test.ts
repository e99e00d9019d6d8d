import { expect, test } from 'vitest';
import { eachValue, onItsLines, onOneLine } from '#features/package-player/shell/line-breaks.ts';

const SAID = {
  cmi: {
    suspend_data: 'a\nb',
    interactions: [{ learner_response: 'un\r\ndeux', correct_responses: { 0: { pattern: 'x\ny' } } }],
    comments_from_learner: { 0: { comment: 'une\nligne' } },
    score: { scaled: 0.5 },
  },
};

test('what is said on several lines is held on one, and said again as it was', () => {
  const held = eachValue(SAID, onOneLine);
  expect(JSON.stringify(held)).not.toContain('un\\r');
  expect(held).toMatchObject({ cmi: { suspend_data: 'a\nb', score: { scaled: 0.5 } } });
  expect(eachValue(held, onItsLines)).toEqual(SAID);
});

test('only what may have several lines is changed', () => {
  expect(onOneLine('cmi.interactions.0.learner_response', 'a\nb')).not.toContain('\n');
  expect(onOneLine('cmi.location', 'a\nb')).toBe('a\nb');
});
