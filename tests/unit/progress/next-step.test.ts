import { expect, test } from 'vitest';
import { NO_PROGRESS, type EditionProgress } from '#domain/progress/edition-progress.ts';
import { nextStep, type NextStep } from '#domain/progress/next-step.ts';
import type { Instant } from '#domain/time/instant.ts';

const LESSONS = ['01-a', '02-b', '03-c'];
const now = '2026-03-01T08:00:00.000Z' as Instant;
const having = (read: string[], isPassed = false): EditionProgress => ({
  begunAt: now,
  readAt: Object.fromEntries(read.map((lesson) => [lesson, now])),
  passedAt: isPassed ? now : null,
});

const cases: [string, EditionProgress, string | null, NextStep][] = [
  ['not begun: begin', NO_PROGRESS, null, { step: 'begin' }],
  ['begun: the first lesson', having([]), null, { step: 'lesson', lesson: '01-a' }],
  ['left in an unread lesson: that lesson', having(['01-a']), '03-c', { step: 'lesson', lesson: '03-c' }],
  ['left in a lesson that is read: the next one', having(['01-a', '02-b']), '02-b', { step: 'lesson', lesson: '03-c' }],
  [
    'left at the end: the lesson that was skipped',
    having(['01-a', '03-c']),
    '03-c',
    { step: 'lesson', lesson: '02-b' },
  ],
  ['left in a lesson that is gone: the first unread', having(['01-a']), '00-x', { step: 'lesson', lesson: '02-b' }],
  ['all read: the assessment', having(LESSONS), '03-c', { step: 'assessment' }],
  [
    'passed with a lesson unread: that lesson',
    having(['01-a', '02-b'], true),
    null,
    { step: 'lesson', lesson: '03-c' },
  ],
  ['all read and passed: nothing', having(LESSONS, true), '01-a', { step: 'none' }],
];

test.each(cases)('%s', (_title, progress, place, expected) => {
  expect(nextStep(progress, LESSONS, place)).toEqual(expected);
});
