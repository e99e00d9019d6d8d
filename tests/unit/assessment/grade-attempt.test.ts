import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gradeAttempt,
  isAnsweredRight,
  neededRightAnswers,
  scoreInPercent,
  type AnsweredQuestion,
} from '#domain/assessment/grade-attempt.ts';

const single = question({ c1: false, c2: true, c3: false });
const several = question({ c1: true, c2: false, c3: true, c4: false });

describe('one question', () => {
  test.each([
    { title: 'the right choice is right', question: single, chosen: ['c2'], isRight: true },
    { title: 'another choice is wrong', question: single, chosen: ['c1'], isRight: false },
    { title: 'no choice is wrong', question: single, chosen: [], isRight: false },
    { title: 'the right choice with another is wrong', question: single, chosen: ['c1', 'c2'], isRight: false },
    { title: 'all the right choices are right', question: several, chosen: ['c1', 'c3'], isRight: true },
    { title: 'their order does not matter', question: several, chosen: ['c3', 'c1'], isRight: true },
    { title: 'some of the right choices are wrong', question: several, chosen: ['c1'], isRight: false },
    {
      title: 'the right choices and one more are wrong',
      question: several,
      chosen: ['c1', 'c2', 'c3'],
      isRight: false,
    },
    { title: 'every choice at once is wrong', question: several, chosen: ['c1', 'c2', 'c3', 'c4'], isRight: false },
  ])('$title', ({ question, chosen, isRight }) => {
    expect(isAnsweredRight({ question, chosen })).toBe(isRight);
  });

  test('is graded the same whatever the order of its choices and of the answer', () => {
    fc.assert(
      fc.property(answeredQuestion(), fc.infiniteStream(fc.nat()), ({ question, chosen }, order) => {
        const mixed = { question: { choices: permuted(question.choices, order) }, chosen: permuted(chosen, order) };
        expect(isAnsweredRight(mixed)).toBe(isAnsweredRight({ question, chosen }));
      }),
    );
  });
});

describe('a whole attempt', () => {
  test.each([
    { right: 5, of: 5, passMark: 80, isPassed: true },
    { right: 4, of: 5, passMark: 80, isPassed: true },
    { right: 3, of: 5, passMark: 80, isPassed: false },
    { right: 2, of: 3, passMark: 67, isPassed: false },
    { right: 2, of: 3, passMark: 66, isPassed: true },
    { right: 7, of: 10, passMark: 70, isPassed: true },
    { right: 0, of: 5, passMark: 0, isPassed: true },
    { right: 0, of: 0, passMark: 80, isPassed: false },
  ])('$right right of $of at $passMark %: passed is $isPassed', ({ right, of, passMark, isPassed }) => {
    const answered = Array.from({ length: of }, (_, index) => ({
      question: single,
      chosen: index < right ? ['c2'] : ['c1'],
    }));
    expect(gradeAttempt(answered, passMark)).toMatchObject({ rightCount: right, isPassed });
  });

  test('marks each question in the order given', () => {
    const answered = [
      { question: single, chosen: ['c2'] },
      { question: several, chosen: [] },
      { question: several, chosen: ['c3', 'c1'] },
    ];
    expect(gradeAttempt(answered, 60)).toEqual({ marks: [true, false, true], rightCount: 2, isPassed: true });
  });

  test('never scores less when one more question is answered right', () => {
    fc.assert(
      fc.property(fc.array(answeredQuestion(), { minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 100 }), check),
    );
    function check(answered: AnsweredQuestion[], at: number, passMark: number) {
      const better = answered.map((one, index) => (index === at % answered.length ? answeredRight(one) : one));
      const before = gradeAttempt(answered, passMark);
      const after = gradeAttempt(better, passMark);
      expect(after.rightCount).toBeGreaterThanOrEqual(before.rightCount);
      expect(after.isPassed || !before.isPassed).toBe(true);
    }
  });

  test('is passed exactly from the number of right answers that is announced', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.integer({ min: 1, max: 100 }), (of, right, mark) => {
        fc.pre(right <= of);
        const answered = Array.from({ length: of }, (_, i) => ({ question: single, chosen: i < right ? ['c2'] : [] }));
        expect(gradeAttempt(answered, mark).isPassed).toBe(right >= neededRightAnswers(mark, of));
      }),
    );
  });
});

describe('the score in percent', () => {
  test.each([
    { right: 4, of: 5, percent: 80 },
    { right: 2, of: 3, percent: 66 },
    { right: 0, of: 5, percent: 0 },
    { right: 0, of: 0, percent: 0 },
  ])('$right of $of is $percent, rounded down', ({ right, of, percent }) => {
    expect(scoreInPercent(right, of)).toBe(percent);
  });
});

function question(choices: Record<string, boolean>) {
  return { choices: Object.entries(choices).map(([id, isRight]) => ({ id, isRight })) };
}

function answeredQuestion(): fc.Arbitrary<AnsweredQuestion> {
  return fc
    .array(fc.record({ isRight: fc.boolean(), isChosen: fc.boolean() }), { minLength: 2, maxLength: 6 })
    .map((drafts) => drafts.map((draft, index) => ({ id: `c${index + 1}`, ...draft })))
    .map((choices) => ({ question: { choices }, chosen: choices.filter((c) => c.isChosen).map(({ id }) => id) }));
}

function answeredRight({ question }: AnsweredQuestion): AnsweredQuestion {
  return { question, chosen: question.choices.filter(({ isRight }) => isRight).map(({ id }) => id) };
}

function permuted<Item>(items: readonly Item[], order: Iterable<number>): Item[] {
  const ranks = order[Symbol.iterator]();
  return items
    .map((item) => ({ item, rank: ranks.next().value ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
