import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  completionDue,
  NO_PROGRESS,
  progressState,
  withEvent,
  type LearningEvent,
  type ProgressState,
} from '#domain/progress/edition-progress.ts';
import { instantOf, type Instant } from '#domain/time/instant.ts';

const LESSONS = ['01-a', '02-b', '03-c'];
const at = (minute: number): Instant => instantOf(new Date(Date.UTC(2026, 2, 1, 8, minute)));
const read = (lesson: string, minute: number): LearningEvent => ({ kind: 'lesson-read', lesson, at: at(minute) });
const attempt = (isPassed: boolean, minute: number): LearningEvent => ({
  kind: 'attempt-finished',
  isPassed,
  at: at(minute),
});
const after = (events: readonly LearningEvent[]) => events.reduce(withEvent, NO_PROGRESS);

const cases: [string, LearningEvent[], ProgressState][] = [
  ['nothing', [], 'not-started'],
  ['the module begun', [{ kind: 'begun', at: at(0) }], 'in-progress'],
  ['a lesson read', [read('01-a', 1)], 'in-progress'],
  ['a failed attempt', [attempt(false, 1)], 'in-progress'],
  ['every lesson read', LESSONS.map(read), 'in-progress'],
  ['every lesson read and a failed attempt', [...LESSONS.map(read), attempt(false, 9)], 'in-progress'],
  ['an attempt passed before any lesson', [attempt(true, 1)], 'in-progress'],
  ['an attempt passed, one lesson missing', [attempt(true, 1), read('01-a', 2), read('03-c', 3)], 'in-progress'],
  ['every lesson read, then an attempt passed', [...LESSONS.map(read), attempt(true, 9)], 'completed'],
  ['an attempt passed, then every lesson read', [attempt(true, 0), ...LESSONS.map(read)], 'completed'],
  ['a failed attempt after completion', [...LESSONS.map(read), attempt(true, 8), attempt(false, 9)], 'completed'],
  ['a lesson that is no longer in the module', [...LESSONS.map(read), read('04-d', 4), attempt(true, 9)], 'completed'],
];

test.each(cases)('%s gives the state', (_title, events, state) => {
  expect(progressState(after(events), LESSONS)).toBe(state);
});

test('a completion carries its rule and the time of the last thing that was missing', () => {
  const progress = after([attempt(true, 5), read('01-a', 1), read('02-b', 7), read('03-c', 3)]);
  expect(completionDue(progress, LESSONS)).toEqual({ rule: 'all-lessons-read-and-attempt-passed', at: at(7) });
});

test('a module without lessons is never completed', () => {
  expect(completionDue(after([attempt(true, 1)]), [])).toBeNull();
});

describe('whatever happens', () => {
  const anyTime = fc.integer({ min: 0, max: 500 }).map(at);
  const anyEvent: fc.Arbitrary<LearningEvent> = fc.oneof(
    fc.record({ kind: fc.constant('begun' as const), at: anyTime }),
    fc.record({ kind: fc.constant('lesson-read' as const), lesson: fc.constantFrom(...LESSONS, '09-z'), at: anyTime }),
    fc.record({ kind: fc.constant('attempt-finished' as const), isPassed: fc.boolean(), at: anyTime }),
  );
  const anyEvents = fc.array(anyEvent, { maxLength: 30 });
  const eventsTwice = anyEvents.chain((events) =>
    fc.record({
      events: fc.constant(events),
      again: fc.shuffledSubarray([...events, ...events], {
        minLength: events.length * 2,
        maxLength: events.length * 2,
      }),
    }),
  );

  test('events shuffled and repeated lead to the same progress, state and completion', () => {
    fc.assert(
      fc.property(eventsTwice, ({ events, again }) => {
        const [once, twice] = [after(events), after(again)];
        expect(twice).toEqual(once);
        expect(completionDue(twice, LESSONS)).toEqual(completionDue(once, LESSONS));
      }),
    );
  });

  test('no event takes a state back', () => {
    const order: ProgressState[] = ['not-started', 'in-progress', 'completed'];
    fc.assert(
      fc.property(anyEvents, (events) => {
        let progress = NO_PROGRESS;
        let rank = 0;
        for (const event of events) {
          progress = withEvent(progress, event);
          const next = order.indexOf(progressState(progress, LESSONS));
          expect(next).toBeGreaterThanOrEqual(rank);
          rank = next;
        }
      }),
    );
  });
});
