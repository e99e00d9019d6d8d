import { z } from 'zod';
import { PERSON_FIELDS, UNIT_FIELDS } from '#domain/organisation/columns.ts';
import { SEPARATORS } from '#domain/organisation/separator.ts';
import { PERSON_STATUSES } from '#domain/identity/person-status.ts';
import { ENCODING_NAMES, type Encoding } from './encoding-names.ts';

/** How a file is read: found in it, and correctable. Null until then. */
export const ImportSettings = z.object({
  kind: z.enum(['people', 'units']).nullable().default(null),
  columns: z
    .array(z.enum([...PERSON_FIELDS, ...UNIT_FIELDS]).nullable())
    .nullable()
    .default(null),
  /** The programme of the column « désigné depuis »; null for the one that is open. */
  programme: z.string().nullable().default(null),
  /** For new persons of whom the file does not say it. */
  defaultStatus: z.enum(PERSON_STATUSES).default('military'),
});
export type ImportSettings = z.output<typeof ImportSettings>;

/** What was found in a file before its lines were read. */
export const FileLayout = z.object({
  encoding: z.enum(Object.keys(ENCODING_NAMES) as [Encoding, ...Encoding[]]),
  separator: z.enum(SEPARATORS),
  header: z.array(z.string()),
  /** Its first lines, so that somebody can say what a column holds. */
  firstLines: z.array(z.array(z.string())),
});
export type FileLayout = z.output<typeof FileLayout>;

const Refused = z.object({
  line: z.number(),
  column: z.string().nullable(),
  reason: z.string(),
  remedy: z.string(),
});

const Sample = z.object({ line: z.number().nullable(), who: z.string(), what: z.string() });
export type Sample = z.output<typeof Sample>;

export const SAMPLE_KINDS = ['new', 'changed', 'moved', 'flagged'] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

const Counts = z.object({
  lines: z.number(),
  new: z.number(),
  changed: z.number(),
  moved: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  /** Absent from the file: proposed, and applied only when asked for. */
  left: z.number(),
  /** Who shares a name or an e-mail with somebody else. */
  flagged: z.number(),
});
export type Counts = z.output<typeof Counts>;

/** What an import would change. */
export const Findings = z.object({
  counts: Counts,
  samples: z.record(z.enum(SAMPLE_KINDS), z.array(Sample)),
  refusals: z.array(Refused),
  /** Objections in all: more than `refusals` keeps when there are many. */
  refusalCount: z.number(),
  left: z.array(z.object({ id: z.string(), who: z.string(), where: z.string() })),
  /** The name of the programme that persons would be designated for. */
  programme: z.string().nullable(),
  /** Of every single change: what is applied must be what was shown. */
  fingerprint: z.string(),
});
export type Findings = z.output<typeof Findings>;

export const ImportPreview = z.object({
  layout: FileLayout.nullable(),
  /** Why the file cannot be read so far; then there are no findings. */
  problems: z.array(z.string()),
  findings: Findings.nullable(),
});
export type ImportPreview = z.output<typeof ImportPreview>;

export const ImportResult = z.object({
  new: z.number(),
  changed: z.number(),
  moved: z.number(),
  left: z.number(),
  skipped: z.number(),
});
export type ImportResult = z.output<typeof ImportResult>;

/** As many as a page can show. */
export const MAX_KEPT_REFUSALS = 1000;
export const MAX_SAMPLES = 6;
export const MAX_LISTED_LEFT = 200;
