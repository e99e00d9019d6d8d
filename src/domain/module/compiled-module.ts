/** A module as the compiler gives it: what is stored beside a version, rendered, and packed for exports. */

export interface CompiledModule {
  slug: string;
  /** Neutral name used in addresses: `m1`, `m2`… */
  code: string;
  title: string;
  summary: string;
  /** Who it speaks to; students follow freely and are in no rate. */
  audiences: Audience[];
  objectives: string[];
  themes: string[];
  minutes: number;
  /** In percent. */
  passMark: number;
  /** How many questions of the pool are drawn for an attempt. */
  drawSize: number;
  /** Slugs of the modules to follow before. */
  prerequisites: string[];
  /** Slugs of the lessons that a training given in person counts for; null when it counts for the whole module. */
  givenInPerson: string[] | null;
  notice: AdvanceNotice;
  /** Shown as long as the module has not been read again by those who answer for it. */
  workingNotice: string | null;
  /** Days after which what was verified is due for re-reading. */
  reviewDays: number;
  glossary: GlossaryEntry[];
  lessons: CompiledLesson[];
  pool: PoolQuestion[];
  media: { path: string; href: string }[];
}

export type Audience = 'personnels' | 'eleves';

export interface GlossaryEntry {
  /** The fragment of its address: `sideration`. */
  id: string;
  term: string;
  definition: string;
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
  notice: AdvanceNotice;
  /** Where what it states comes from, beside its `reference` blocks. */
  sources: LessonSource[];
  /** The entries whose first mention the prose of this lesson links to, as `#glossaire-<id>`. */
  glossary: GlossaryEntry[];
  headings: Heading[];
  blocks: Block[];
}

/** How sure we are: an official source, a secondary one only, professional knowledge. */
export type Confidence = 'V' | 'V2' | 'C';

/** A legal or numeric statement, with what supports it. */
export interface LessonSource {
  statement: string;
  source: string;
  article: string | null;
  confidence: Confidence;
  /** ISO date. */
  verifiedOn: string;
  toVerify: boolean;
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
  | FigureBlock
  | { kind: 'detail'; title: string; substance: string; html: string }
  | { kind: 'eleves'; html: string }
  | { kind: 'reflexion'; id: string; title: string; html: string }
  | QuestionBlock
  | SortingBlock
  | OrderingBlock
  | SituationBlock;

/** A drawing of ours, with the text that says the same. */
export interface FigureBlock {
  kind: 'figure';
  title: string;
  /** `/medias/<sha256>.svg` */
  src: string;
  /** In CSS pixels, from the drawing itself, so that the page does not move when it comes. */
  width: number;
  height: number;
  html: string;
}

/** « Classer »: each element goes into one group. */
export interface SortingBlock {
  kind: 'classer';
  id: string;
  title: string;
  html: string;
  groups: string[];
  elements: SortingElement[];
}

export interface SortingElement {
  /** `e1`, `e2`… in the order of the file. */
  id: string;
  /** Phrasing content only. */
  html: string;
  /** Index in `groups`. */
  group: number;
  explanation: string;
}

/** « Ordonner »: the elements are in the right order here; a page shows them in that of `shownOrder`. */
export interface OrderingBlock {
  kind: 'ordonner';
  id: string;
  title: string;
  html: string;
  elements: { id: string; html: string; explanation: string }[];
  /** Ids, shuffled once by the compiler (from the block's id) and never the right order. Ids are given in this order, so that they say nothing. */
  shownOrder: string[];
}

export interface ReferenceBlock {
  kind: 'reference';
  text: string;
  article: string | null;
  confidence: Confidence;
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
  /** A lesson's slug; the question asks about that lesson's objective. */
  lesson: string;
  level: 'savoir' | 'comprendre' | 'decider';
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
  /** Where one stands in the case. */
  viewpoint: 'temoin' | 'commandement' | 'confident' | 'collegue';
  setting: string;
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
