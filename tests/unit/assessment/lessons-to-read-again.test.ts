import { expect, test } from 'vitest';
import { lessonsToReadAgain } from '#domain/assessment/lessons-to-read-again.ts';

const lessons = [{ slug: '01-a' }, { slug: '02-b' }, { slug: '03-c' }];

test('lists the lessons of the missed questions once, in the order of the module', () => {
  const questions = [
    { lesson: '03-c', isRight: false },
    { lesson: '01-a', isRight: false },
    { lesson: '03-c', isRight: false },
    { lesson: '02-b', isRight: true },
  ];
  expect(lessonsToReadAgain(lessons, questions)).toEqual([{ slug: '01-a' }, { slug: '03-c' }]);
});

test('lists a lesson that has a right answer and a wrong one', () => {
  const questions = [
    { lesson: '01-a', isRight: true },
    { lesson: '01-a', isRight: false },
  ];
  expect(lessonsToReadAgain(lessons, questions)).toEqual([{ slug: '01-a' }]);
});

test('lists nothing when nothing was missed', () => {
  expect(lessonsToReadAgain(lessons, [{ lesson: '01-a', isRight: true }])).toEqual([]);
});
