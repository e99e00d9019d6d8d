import { parseArgs, type ParseArgsConfig } from 'node:util';
import { z } from 'zod';
import type { Act } from '#domain/identity/act.ts';
import { hrNumberOf } from '#domain/organisation/hr-number.ts';
import { parseCivilDate } from '#domain/time/civil-date.ts';
import type { Config } from '#platform/config.ts';
import type { DatabaseHandle } from '#platform/db/database-file.ts';
import { Refusal } from './refusal.ts';

export interface CommandContext {
  config: Config;
  act: Act;
  say(sentence: string): void;
  /** The installation's database, opened for this command and closed after it. */
  openDatabase(): Promise<DatabaseHandle>;
}

/** One entry of `npm run reperes -- …`. */
export interface Command {
  /** What one types, for instance `person add`. */
  name: string;
  /** The rest of the line, for the help. */
  usage: string;
  /** One line of help. */
  summary: string;
  run(args: string[], context: CommandContext): Promise<void>;
}

interface CommandDefinition<Schema extends z.ZodType> extends Omit<Command, 'run'> {
  options: NonNullable<ParseArgsConfig['options']>;
  /** Checks the options by name, and what stands alone on the line as `names`. */
  schema: Schema;
  run(input: z.output<Schema>, context: CommandContext): Promise<void>;
}

/** A command whose line is checked by a schema before it runs; a wrong one is said in a sentence with the right usage. */
export function command<Schema extends z.ZodType>(definition: CommandDefinition<Schema>): Command {
  const { name, usage, summary } = definition;
  return {
    name,
    usage,
    summary,
    async run(args, context) {
      const line = `npm run reperes -- ${name} ${usage}`;
      if (args.some((word) => ['--aide', '--help', '-h'].includes(word))) return context.say(`${summary}\n${line}`);
      const parsed = definition.schema.safeParse(readLine(args, definition.options, line));
      if (!parsed.success) throw new Refusal(`${describe(parsed.error)}\nUsage : ${line}`);
      await definition.run(parsed.data, context);
    },
  };
}

function readLine(args: string[], options: NonNullable<ParseArgsConfig['options']>, line: string): object {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { ...values, names: positionals };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? '';
    throw new Refusal(`L’option ${option} n’existe pas ici, ou il lui manque une valeur.\nUsage : ${line}`);
  }
}

function describe(error: z.ZodError): string {
  return error.issues.map((issue) => `${placeOf(issue.path[0])} : ${issue.message}`).join('\n');
}

function placeOf(key: PropertyKey | undefined): string {
  return key === 'names' || key === undefined ? 'Commande' : `--${String(key)}`;
}

/** An option that must be given, with what it is in French: « le code de l’unité ». */
export function required(what: string) {
  return z
    .string({ error: `indiquez ${what}` })
    .trim()
    .min(1, `indiquez ${what}`);
}

/** An HR number, in the form it is kept in. */
export const requiredHrNumber = required('le matricule').max(60, '60 caractères au plus').transform(hrNumberOf);

/** A day that may be given; undefined when it is not. */
export const optionalDate = z
  .string()
  .transform((text, context) => {
    const date = parseCivilDate(text);
    if (date) return date;
    context.addIssue('une date comme 2026-01-12');
    return z.NEVER;
  })
  .optional();
