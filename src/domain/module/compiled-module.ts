/** A module as the compiler gives it: what is stored beside a version, rendered, and packed for exports. */

export interface CompiledModule {
  slug: string;
  /** Neutral name used in addresses: `m1`, `m2`… */
  code: string;
  title: string;
  summary: string;
  objectives: string[];
  themes: string[];
  minutes: number;
  /** In percent. */
  passMark: number;
  /** How many questions of the pool are drawn for an attempt. */
  drawSize: number;
  /** Slugs of the modules to follow before. */
  prerequisites: string[];
  notice: AdvanceNotice;
  /** Shown as long as the module has not been read again by those who answer for it. */
  workingNotice: string | null;
  lessons: CompiledLesson[];
  pool: PoolQuestion[];
  media: { path: string; href: string }[];
}

/** What a person is told before entering the module. */
export interface AdvanceNotice {
  topics: string[];
  intensity: 1 | 2 | 3;
  media: string;
  detail: string | null;
}

export interface CompiledLesson {
  /** The name of its file without extension: `02-les-signaux`. */
  slug: string;
  number: number;
  title: string;
  objective: string;
  minutes: number;
  headings: Heading[];
  blocks: Block[];
}

export interface Heading {
  id: string;
  depth: 2 | 3 | 4;
  text: string;
}

/** A run of prose or one component. Every `html` was produced and sanitised by the compiler; every other text is plain. */
export type Block =
  | { kind: 'prose'; html: string }
  | { kind: 'encadre'; title: string; tone: 'info' | 'retenir' | 'pratique'; html: string }
  | { kind: 'avertissement'; title: string; html: string }
  | { kind: 'definition'; term: string; html: string }
  | ReferenceBlock
  | { kind: 'chronologie'; title: string; steps: ChronologyStep[] }
  | { kind: 'mythe'; statement: string; html: string }
  | { kind: 'ressource'; title: string; href: string; html: string }
  | QuestionBlock
  | SituationBlock;

export interface ReferenceBlock {
  kind: 'reference';
  text: string;
  article: string | null;
  /** ISO date on which someone compared the card with the text in force. */
  verifiedOn: string;
  toVerify: boolean;
  html: string;
}

export interface ChronologyStep {
  date: string;
  title: string;
  html: string;
}

/** A formative question, answered in the lesson. */
export interface QuestionBlock {
  kind: 'question';
  id: string;
  html: string;
  isMultiple: boolean;
  choices: Choice[];
}

/** A question of the assessment, with the lesson to read again when it is missed. */
export interface PoolQuestion extends Omit<QuestionBlock, 'kind'> {
  /** A lesson's slug. */
  lesson: string;
}

export interface Choice {
  /** `c1`, `c2`… in the order of the file. */
  id: string;
  /** Phrasing content only, so that it fits in a `<label>`. */
  html: string;
  isRight: boolean;
  explanation: string;
}

/** A fictional case that branches. Its first scene is where it starts. */
export interface SituationBlock {
  kind: 'situation';
  id: string;
  title: string;
  html: string;
  scenes: SituationScene[];
}

export interface SituationScene {
  id: string;
  html: string;
  /** None: the case ends here. */
  options: SituationOption[];
}

export interface SituationOption {
  /** `o1`, `o2`… within its scene. */
  id: string;
  /** Phrasing content only. */
  html: string;
  verdict: 'juste' | 'discutable' | 'risque';
  consequence: string;
  /** The scene that follows, or null when the option ends the case. */
  next: string | null;
}
