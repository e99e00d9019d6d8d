import { z } from 'zod';
import type { Commit, RuntimeValue } from '#domain/packaging/commit.ts';

const MAX_SEQUENCING_CHARACTERS = 400_000;
const MAX_OBJECTIVES = 500;
const YEAR_IN_SECONDS = 366 * 24 * 60 * 60;

const Identifier = z.string().min(1).max(4000);
const Score = z.number().min(-1e9).max(1e9).nullable();

const Value: z.ZodType<RuntimeValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Value), z.record(z.string(), Value)]),
);

const Objective = z.object({
  satisfied: z.boolean().nullable(),
  measure: z.number().min(-1).max(1).nullable(),
  completed: z.boolean().nullable(),
  progress: z.number().min(0).max(1).nullable(),
  raw: Score,
  min: Score,
  max: Score,
});

const few = <Schema extends z.ZodType>(schema: Schema) =>
  z.record(Identifier, schema).refine((record) => Object.keys(record).length <= MAX_OBJECTIVES);

/** What a shell, or a page that kept it, sends: the shape alone; its values are looked at by the data model. */
export const CommitBody: z.ZodType<Commit> = z.object({
  item: Identifier,
  launch: z.number().int().min(1),
  sequence: z.number().int().min(1),
  data: z.record(z.string(), Value),
  sessionSeconds: z.number().int().min(0).max(YEAR_IN_SECONDS),
  sequencing: z.string().max(MAX_SEQUENCING_CHARACTERS).nullable(),
  objectives: few(Objective),
  sharedData: few(z.string().max(64_000)),
});
