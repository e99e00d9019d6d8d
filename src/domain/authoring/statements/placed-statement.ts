import type { LessonSource } from '#domain/module/compiled-module.ts';

/** A legal or numeric statement of a lesson, what supports it, and where it is written. */
export interface PlacedStatement extends LessonSource {
  /** From `content/`: `detecter-et-orienter/02-les-signaux.mdx`. */
  file: string;
  line: number;
  column: number;
  /** Whether it is a card of the lesson, or an entry of its front matter. */
  kind: 'reference' | 'source';
}
