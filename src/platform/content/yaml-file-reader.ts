import { readFileSync, statSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';

/** What a file says, or in one French sentence why it cannot be used. */
export type YamlReading<Value> = { value: Value; problem: null } | { value: null; problem: string };

/** Reads a YAML file of one schema, and reads it again only when it has changed; null when there is no such file. */
export function yamlFileReader<Schema extends z.ZodType>(
  schema: Schema,
): (file: string) => YamlReading<z.output<Schema>> | null {
  const known = new Map<string, { modifiedAt: number; reading: YamlReading<z.output<Schema>> }>();
  return (file) => {
    const modifiedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (modifiedAt === undefined) return null;
    const last = known.get(file);
    if (last?.modifiedAt === modifiedAt) return last.reading;
    const reading = readYaml(readFileSync(file, 'utf8'), schema);
    known.set(file, { modifiedAt, reading });
    return reading;
  };
}

/** Reads a text as YAML of a schema; the messages of the schema finish the sentence « il faut … ». */
export function readYaml<Schema extends z.ZodType>(text: string, schema: Schema): YamlReading<z.output<Schema>> {
  const yaml = parseYaml(text);
  if (yaml.problem !== null) return yaml;
  const parsed = schema.safeParse(yaml.value ?? {});
  if (parsed.success) return { value: parsed.data, problem: null };
  return { value: null, problem: sentence(parsed.error) };
}

function parseYaml(text: string): YamlReading<unknown> {
  try {
    return { value: parse(text) as unknown, problem: null };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    return { value: null, problem: `la ligne ${line ?? '?'} n’est pas du YAML valable.` };
  }
}

function sentence(error: z.ZodError): string {
  const issue = error.issues[0]!;
  const place = issue.path.map((part) => (typeof part === 'number' ? `n° ${part + 1}` : String(part))).join(', ');
  if (issue.code === 'unrecognized_keys')
    return `${place ? `${place} : ` : ''}la clé « ${issue.keys[0]} » n’existe pas.`;
  return `${place || 'le fichier'} : il faut ${issue.message}.`;
}
