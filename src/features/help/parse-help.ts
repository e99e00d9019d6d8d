import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';

export type ParsedHelp<Value> = { value: Value; problem: null } | { value: null; problem: string };

/** Reads a help file; when it cannot be used, says why in one French sentence. */
export function parseHelp<Schema extends z.ZodType>(text: string, schema: Schema): ParsedHelp<z.output<Schema>> {
  const yaml = parseYaml(text);
  if (yaml.problem !== null) return yaml;
  const parsed = schema.safeParse(yaml.value ?? {});
  if (parsed.success) return { value: parsed.data, problem: null };
  return { value: null, problem: sentence(parsed.error) };
}

function parseYaml(text: string): ParsedHelp<unknown> {
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
