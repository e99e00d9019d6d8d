import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnCount, drawQuestions, type DrawableQuestion } from '#domain/assessment/draw-questions.ts';

describe('how many questions are drawn', () => {
  test.each([
    { poolSize: 10, drawSize: 5, drawn: 5 },
    { poolSize: 12, drawSize: 5, drawn: 5 },
    { poolSize: 9, drawSize: 5, drawn: 4 },
    { poolSize: 10, drawSize: 8, drawn: 5 },
    { poolSize: 1, drawSize: 1, drawn: 1 },
  ])('$drawn of a pool of $poolSize when $drawSize are asked for', ({ poolSize, drawSize, drawn }) => {
    expect(drawnCount(poolSize, drawSize)).toBe(drawn);
  });
});

describe('drawing the questions of an attempt', () => {
  test('draws different questions of the pool, as many as asked for', () => {
    fc.assert(
      fc.property(draws(), ({ pool, drawSize, previous, random }) => {
        const drawn = drawQuestions({ pool, drawSize, previous, random });
        expect(new Set(drawn).size).toBe(drawnCount(pool.length, drawSize));
        expect(pool.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn));
      }),
    );
  });

  test('asks about as many lessons as it has questions, on a first attempt', () => {
    fc.assert(
      fc.property(draws(), ({ pool, drawSize, random }) => {
        const drawn = drawQuestions({ pool, drawSize, previous: [], random });
        const perLesson = countByLesson(pool, drawn);
        const most = Math.max(...perLesson.values());
        for (const [lesson, count] of perLesson)
          expect(count >= most - 1 || count === pool.filter((question) => question.lesson === lesson).length).toBe(
            true,
          );
      }),
    );
  });

  test('never asks all the same questions as the attempt before when the pool has others', () => {
    fc.assert(
      fc.property(draws(), ({ pool, drawSize, random }) => {
        const first = drawQuestions({ pool, drawSize, previous: [], random });
        const second = drawQuestions({ pool, drawSize, previous: first, random });
        fc.pre(pool.length > first.length);
        expect(second.toSorted()).not.toEqual(first.toSorted());
      }),
    );
  });

  test('asks none of the same questions when each lesson has twice as many as are drawn from it', () => {
    const pool = ['a', 'b', 'c'].flatMap((lesson) => [1, 2, 3, 4].map((n) => ({ id: `${lesson}${n}`, lesson })));
    const first = drawQuestions({ pool, drawSize: 6, previous: [], random: Math.random });
    const second = drawQuestions({ pool, drawSize: 6, previous: first, random: Math.random });
    expect(second.filter((id) => first.includes(id))).toEqual([]);
  });

  test('asks the only question of a pool of one again', () => {
    const pool = [{ id: 'e01', lesson: '01' }];
    expect(drawQuestions({ pool, drawSize: 1, previous: ['e01'], random: Math.random })).toEqual(['e01']);
  });

  test('draws the same questions from the same random numbers', () => {
    fc.assert(
      fc.property(
        draws(),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 200 }),
        (draw, numbers) => {
          const replayed = () => {
            let next = 0;
            return () => numbers[next++ % numbers.length] ?? 0;
          };
          const { pool, drawSize, previous } = draw;
          const once = drawQuestions({ pool, drawSize, previous, random: replayed() });
          expect(drawQuestions({ pool, drawSize, previous, random: replayed() })).toEqual(once);
        },
      ),
    );
  });

  test('asks every question sooner or later', () => {
    const pool = Array.from({ length: 10 }, (_, index) => ({ id: `e${index}`, lesson: `l${index % 3}` }));
    const asked = new Set<string>();
    let previous: string[] = [];
    for (let attempt = 0; attempt < 30; attempt += 1) {
      previous = drawQuestions({ pool, drawSize: 5, previous, random: Math.random });
      for (const id of previous) asked.add(id);
    }
    expect(asked.size).toBe(10);
  });
});

function draws() {
  const question = fc.integer({ min: 0, max: 4 }).map((lesson) => `lesson-${lesson}`);
  const pool = fc
    .array(question, { minLength: 1, maxLength: 24 })
    .map((lessons) => lessons.map((lesson, index) => ({ id: `e${index}`, lesson })));
  return fc
    .record({
      pool,
      drawSize: fc.integer({ min: 1, max: 12 }),
      seed: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true })),
    })
    .chain(({ pool, drawSize, seed }) =>
      fc.record({
        pool: fc.constant(pool),
        drawSize: fc.constant(drawSize),
        previous: fc.subarray(pool.map(({ id }) => id)),
        random: fc.constant(fromSeed(seed)),
      }),
    );
}

function fromSeed(seed: number[]): () => number {
  let next = 0;
  return () => seed[next++ % seed.length] ?? 0.5;
}

function countByLesson(pool: readonly DrawableQuestion[], drawn: readonly string[]): Map<string, number> {
  const counts = new Map(pool.map(({ lesson }) => [lesson, 0]));
  for (const { id, lesson } of pool) if (drawn.includes(id)) counts.set(lesson, (counts.get(lesson) ?? 0) + 1);
  return counts;
}
