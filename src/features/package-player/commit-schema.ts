import { z } from 'zod';
import type { Commit, RuntimeData } from '#domain/packaging/commit.ts';

const MAX_SEQUENCING_CHARACTERS = 400_000;
const MAX_OBJECTIVES = 500;
const YEAR_IN_SECONDS = 366 * 24 * 60 * 60;
/** `cmi.interactions.0.correct_responses.0.pattern` is six names deep; deeper than this is no data of any edition. */
const DEEPEST = 12;

/** Keys of records that are kept by name: never one that means something to the language. */
const Identifier = z
  .string()
  .min(1)
  .max(4000)
  .refine((name) => name !== '__proto__');
const Score = z.number().min(-1e9).max(1e9).nullable();

/** Checked by hand: a body can nest deeper than a stack is high. */
const Data = z.custom<RuntimeData>((value) => isRecord(value) && isPlain(value, DEEPEST));

const Objective = z.object({
  satisfied: z.boolean().nullable(),
  measure: z.number().min(-1).max(1).nullable(),
  completed: z.boolean().nullable(),
  progress: z.number().min(0).max(1).nullable(),
  raw: Score,
  min: Score,
  max: Score,
});

const Reached = z.object({
  completion: z.enum(['unknown', 'incomplete', 'completed']),
  success: z.enum(['unknown', 'failed', 'passed']),
  scaledScore: z.number().min(-1).max(1).nullable(),
  progress: z.number().min(0).max(1).nullable(),
  hasEnded: z.boolean(),
});

const few = <Schema extends z.ZodType>(schema: Schema) =>
  z.record(Identifier, schema).refine((record) => Object.keys(record).length <= MAX_OBJECTIVES);

/** What a shell, or a page that kept it, sends: the shape alone; its values are looked at by the data model. */
export const CommitBody: z.ZodType<Commit> = z.object({
  item: Identifier,
  launch: z.number().int().min(1),
  sequence: z.number().int().min(1),
  data: Data,
  sessionSeconds: z.number().int().min(0).max(YEAR_IN_SECONDS),
  sequencing: z.string().max(MAX_SEQUENCING_CHARACTERS).nullable(),
  objectives: few(Objective),
  sharedData: few(z.string().max(64_000)),
  isTerminated: z.boolean().default(false),
  reached: Reached.nullable().default(null),
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is what JSON has, no deeper than that. */
function isPlain(value: unknown, deepest: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'object' && deepest > 0 && Object.values(value).every((child) => isPlain(child, deepest - 1));
}
