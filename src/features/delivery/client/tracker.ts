import type { Instant } from '#domain/time/instant.ts';

/** What a delivered module tells of itself, whichever system hears it. */
export interface Report {
  /** `lecon-3`, `evaluation`. */
  location: string;
  suspendData: string;
  lessons: LessonReport[];
  /** 0 to 1. */
  progress: number;
  isComplete: boolean;
  isPassed: boolean;
  /** The best one, in whole percent; null before a first attempt. */
  score: number | null;
  /** Of the latest attempt that was finished in this sitting; null without one. */
  latestScore: number | null;
  seconds: number;
}

export interface LessonReport {
  slug: string;
  title: string;
  isRead: boolean;
}

/** One answer of the assessment; what is tried in the exercises of a lesson is told to nobody. */
export interface Interaction {
  id: string;
  /** What was asked, in plain text. */
  description: string;
  /** The slug of the lesson that it asks about. */
  lesson: string;
  isMultiple: boolean;
  /** Ids of choices. */
  chosen: string[];
  right: string[];
  isRight: boolean;
  at: Instant;
  /** In whole seconds. */
  latency: number;
}

/** Where a delivered module keeps what is done. */
export interface Tracker {
  /** What was kept last, and where one was. */
  resume(): { suspendData: string; location: string };
  /** Tells it; false when it was not taken. */
  report(report: Report): boolean | Promise<boolean>;
  answer(interaction: Interaction): void;
  /** Says that the page goes. */
  end(report: Report): void;
  /** Erases what is kept, where the learner alone keeps it. */
  forget?(): void;
  /** Where the system wants its learners to go when they leave. */
  returnUrl?: string;
  /** What the learner is told of it. */
  name: 'lms' | 'browser';
}
