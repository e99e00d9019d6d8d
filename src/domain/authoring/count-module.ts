import type { Block, CompiledModule, Confidence, SituationBlock } from '../module/compiled-module.ts';
import type { ModuleSurvey } from './pages/module-survey.ts';

/** What there is in a module, for those who answer for it. */
export interface ModuleCounts {
  lessons: number;
  minutes: number;
  words: number;
  /** The hardest and the easiest lesson, from 0 to 100; null without a sentence. */
  ease: { least: number; most: number } | null;
  situations: Record<SituationBlock['viewpoint'], number>;
  exercises: Record<'question' | 'classer' | 'ordonner' | 'reflexion', number>;
  figures: number;
  questions: Record<'savoir' | 'comprendre' | 'decider', number>;
  references: Record<Confidence, number>;
  sources: Record<Confidence, number>;
  toVerify: number;
  glossary: number;
}

/** Counts a module from its blocks and from what its sources say of themselves. */
export function countModule(module: CompiledModule, { statements, readings }: ModuleSurvey): ModuleCounts {
  const blocks = module.lessons.flatMap((lesson) => lesson.blocks);
  const count = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind).length;
  const eases = readings.flatMap(({ reading }) => reading.ease ?? []);
  const situations = blocks.filter((block) => block.kind === 'situation');
  const ofKind = (kind: 'reference' | 'source') => statements.filter((statement) => statement.kind === kind);
  return {
    lessons: module.lessons.length,
    minutes: module.minutes,
    words: readings.reduce((total, { reading }) => total + reading.words, 0),
    ease: eases.length === 0 ? null : { least: Math.min(...eases), most: Math.max(...eases) },
    situations: tally(['temoin', 'commandement', 'confident', 'collegue'], situations, ({ viewpoint }) => viewpoint),
    exercises: {
      question: count('question'),
      classer: count('classer'),
      ordonner: count('ordonner'),
      reflexion: count('reflexion'),
    },
    figures: count('figure'),
    questions: tally(['savoir', 'comprendre', 'decider'], module.pool, ({ level }) => level),
    references: tally(['V', 'V2', 'C'], ofKind('reference'), ({ confidence }) => confidence),
    sources: tally(['V', 'V2', 'C'], ofKind('source'), ({ confidence }) => confidence),
    toVerify: statements.filter(({ toVerify }) => toVerify).length,
    glossary: module.glossary.length,
  };
}

function tally<Key extends string, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Record<Key, number> {
  const counts = keys.map((key): [Key, number] => [key, items.filter((item) => keyOf(item) === key).length]);
  return Object.fromEntries(counts) as Record<Key, number>;
}
