import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '#platform/config.ts';
import { runtime } from '#platform/runtime.ts';
import { HelpFile, HelpOverrideFile, overriddenBy, type Help, type HelpOverride } from './help.ts';
import { missingContact } from './needs.ts';
import { parseHelp, type ParsedHelp } from './parse-help.ts';

export interface HelpFiles {
  /** `content/aide.yaml`. */
  shipped: string;
  /** `$REPERES_DATA/aide.yaml`, which need not exist. */
  override: string;
}

/** The contacts and the exit address, as the files say now. It writes nothing anywhere: the help page leaves no trace. */
export function loadHelp(files: HelpFiles = helpFiles()): Help {
  const shipped = readShipped(files.shipped);
  const override = readOverride(files.override);
  return override?.value ? overriddenBy(shipped, override.value) : shipped;
}

/** The ids that `/aide#…` may name. */
export function helpIds(files?: HelpFiles): string[] {
  const { contacts, reperes } = loadHelp(files);
  return [...contacts, ...reperes].map(({ id }) => id);
}

/** The shipped file is missing or wrong, and none was read before; the message is one French sentence. */
export class HelpFileError extends Error {}

/** One French sentence when the installation's own file cannot be used, or not in full; to be said at start. */
export function helpOverrideProblem(files: HelpFiles = helpFiles()): string | null {
  const override = readOverride(files.override);
  if (override?.problem)
    return `Le fichier ${files.override} n’est pas utilisé, l’aide livrée avec Repères est affichée à sa place : ${override.problem}`;
  const missing = missingContact(loadHelp(files));
  return missing && `Le fichier ${files.override} est utilisé, sauf en un point : ${missing}`;
}

/** The help files of an installation. */
export function helpFiles({ dataFolder }: Pick<Config, 'dataFolder'> = runtime().config): HelpFiles {
  return { shipped: resolve('content/aide.yaml'), override: join(dataFolder, 'aide.yaml') };
}

interface Read<Value> {
  modifiedAt: number;
  parsed: ParsedHelp<Value>;
}

const shippedReads = new Map<string, Read<Help>>();
const overrideReads = new Map<string, Read<HelpOverride>>();
const lastGood = new Map<string, Help>();

function readShipped(file: string): Help {
  const parsed = readWhenChanged(shippedReads, file, (text) => parseHelp(text, HelpFile));
  if (parsed?.value) lastGood.set(file, parsed.value);
  const help = lastGood.get(file);
  if (!help) throw new HelpFileError(`Le fichier ${file} ne peut pas servir : ${parsed?.problem ?? 'il manque.'}`);
  return help;
}

function readOverride(file: string): ParsedHelp<HelpOverride> | null {
  return readWhenChanged(overrideReads, file, (text) => parseHelp(text, HelpOverrideFile));
}

function readWhenChanged<Value>(
  reads: Map<string, Read<Value>>,
  file: string,
  parse: (text: string) => ParsedHelp<Value>,
): ParsedHelp<Value> | null {
  const modifiedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (modifiedAt === undefined) return null;
  const known = reads.get(file);
  if (known?.modifiedAt === modifiedAt) return known.parsed;
  const parsed = parse(readFileSync(file, 'utf8'));
  reads.set(file, { modifiedAt, parsed });
  return parsed;
}
