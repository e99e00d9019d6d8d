/** A lesson as its file name gives it. */
export interface LessonFile {
  /** `02-les-signaux.mdx` */
  path: string;
  /** `02-les-signaux` */
  slug: string;
  number: number;
  /** `les-signaux` */
  name: string;
}

export const NAME_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Reads `02-les-signaux.mdx`; null when it is not the name of a lesson. */
export function readLessonFileName(path: string): LessonFile | null {
  const match = /^((\d\d)-([a-z0-9]+(?:-[a-z0-9]+)*))\.mdx$/.exec(path);
  if (!match) return null;
  const [, slug = '', number = '', name = ''] = match;
  return { path, slug, number: Number(number), name };
}
