import type { EditionProgress } from '#domain/progress/edition-progress.ts';
import type { Instant } from '#domain/time/instant.ts';
import { lessonAddress } from './addresses.ts';
import type { Followed } from './followed-version.ts';

/** A lesson in the plan of its module. */
export interface PlanLine {
  slug: string;
  number: number;
  title: string;
  minutes: number;
  href: string;
  readAt: Instant | null;
  /** 3: the lesson begins with a warning of its own. */
  intensity: 1 | 2 | 3;
}

/** The lessons with what was read of them. */
export function planOf({ version }: Followed, progress: EditionProgress): PlanLine[] {
  return version.module.lessons.map(({ slug, number, title, minutes, notice }) => ({
    slug,
    number,
    title,
    minutes,
    intensity: notice.intensity,
    href: lessonAddress(version.code, number),
    readAt: progress.readAt[slug] ?? null,
  }));
}
