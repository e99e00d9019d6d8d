/** Something the trainer should know about a file, at the place where it is. Texts are in French, for trainers. */
export interface Problem {
  /** From `content/`: `detecter-et-orienter/02-les-signaux.mdx`. */
  file: string;
  line: number;
  column: number;
  /** An error keeps the module from being published; a notice does not. */
  severity: 'error' | 'notice';
  /** Stable, kebab-case. */
  code: string;
  message: string;
  remedy: string;
}

/** A problem before it has a place: the sentences of `problems/` are made of these. */
export type Finding = Pick<Problem, 'code' | 'message' | 'remedy'>;
