import type { z } from 'zod';
import { nearestName } from '../names/nearest-name.ts';
import {
  entriesNotAList,
  missingSetting,
  settingsNotAList,
  unknownSetting,
  wrongSetting,
} from '../problems/settings-problems.ts';
import type { Finding } from '../problem.ts';
import type { Reporter } from '../reporter.ts';
import type { YamlText } from './read-yaml.ts';

/** Where settings are written, and an example of each key for whoever forgot it. */
export interface SettingsPlace {
  /** As it is said after « dans »: « module.yaml », « l’en-tête ». */
  name: string;
  examples: Record<string, string>;
  /** Keys whose absence deserves its own sentence. */
  missing?: Record<string, () => Finding>;
  /** True when it is a list of settings rather than settings. */
  isList?: boolean;
}

/** Checks settings against their schema; null when something is wrong, which has then been noted. */
export function checkSettings<Schema extends z.ZodType>(
  yaml: YamlText,
  schema: Schema,
  place: SettingsPlace,
  report: Reporter,
): z.output<Schema> | null {
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value) !== (place.isList ?? false)) {
    report.error(yaml.offsetOf([]), place.isList ? entriesNotAList(place.name) : settingsNotAList(place.name));
    return null;
  }
  const checked = schema.safeParse(yaml.value);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) reportIssue(issue, yaml, place, report);
  return null;
}

function reportIssue(issue: z.core.$ZodIssue, yaml: YamlText, place: SettingsPlace, report: Reporter): void {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const accepted = keysUnder(path, place);
    for (const key of issue.keys) {
      report.error(yaml.offsetOfKey(path, key), unknownSetting(key, place.name, accepted, nearestName(key, accepted)));
    }
    return;
  }
  const key = path.filter((part) => typeof part === 'string').join('.');
  if (valueAt(yaml.value, path) === undefined) {
    const finding = place.missing?.[key]?.() ?? missingSetting(key, place.name, place.examples[key] ?? `${key}: …`);
    report.error(yaml.offsetOf(path), finding);
    return;
  }
  report.error(yaml.offsetOf(path), wrongSetting(key, issue.message));
}

function keysUnder(path: readonly PropertyKey[], place: SettingsPlace): string[] {
  const prefix = path
    .filter((part) => typeof part === 'string')
    .map((part) => `${part}.`)
    .join('');
  const keys = Object.keys(place.examples).filter((key) => key.startsWith(prefix));
  return keys.map((key) => key.slice(prefix.length)).filter((key) => !key.includes('.'));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | null)?.[part], value);
}
