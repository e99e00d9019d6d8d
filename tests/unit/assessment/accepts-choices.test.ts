import { expect, test } from 'vitest';
import { acceptsChoices } from '#domain/assessment/accepts-choices.ts';

const choices = [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }];

test.each([
  { title: 'one choice of a question with one answer', isMultiple: false, chosen: ['c2'], isAccepted: true },
  { title: 'two choices of a question with one answer', isMultiple: false, chosen: ['c1', 'c2'], isAccepted: false },
  { title: 'the same choice twice', isMultiple: false, chosen: ['c2', 'c2'], isAccepted: true },
  { title: 'several choices where several are asked', isMultiple: true, chosen: ['c1', 'c3'], isAccepted: true },
  { title: 'every choice where several are asked', isMultiple: true, chosen: ['c1', 'c2', 'c3'], isAccepted: true },
  { title: 'no choice', isMultiple: true, chosen: [], isAccepted: false },
  { title: 'a choice of another question', isMultiple: true, chosen: ['c1', 'c9'], isAccepted: false },
])('accepting $title is $isAccepted', ({ isMultiple, chosen, isAccepted }) => {
  expect(acceptsChoices({ isMultiple, choices }, chosen)).toBe(isAccepted);
});
