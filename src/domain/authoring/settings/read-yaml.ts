import { isAlias, isMap, isNode, isScalar, parseDocument, visit, type Document } from 'yaml';
import { unreadableSettings } from '../problems/settings-problems.ts';
import type { Reporter } from '../reporter.ts';

type Path = readonly PropertyKey[];

/** A YAML text read, which remembers where each value stands in the file. */
export interface YamlText {
  value: unknown;
  /** Offset of the value at `path`, or of the nearest one above it. */
  offsetOf(path: Path): number;
  offsetOfKey(parent: Path, key: string): number;
}

const MAX_CHARACTERS = 20_000;

/** Reads the YAML that begins at offset `start` of its file; null when it cannot be read, which has then been noted. */
export function readYaml(text: string, start: number, report: Reporter): YamlText | null {
  if (text.length > MAX_CHARACTERS) return refuse(start, 'TOO_LONG', report);
  const yaml = parseDocument(text, { schema: 'core', stringKeys: true, prettyErrors: false, logLevel: 'silent' });
  const [first] = [...yaml.errors, ...yaml.warnings];
  if (first) return refuse(start + first.pos[0], first.code, report);
  const alias = firstAlias(yaml);
  if (alias !== null) return refuse(start + alias, 'BAD_ALIAS', report);
  return {
    value: yaml.toJS(),
    offsetOf: (path) => start + offsetOf(yaml, path),
    offsetOfKey: (parent, key) => start + offsetOfKey(yaml, parent, key),
  };
}

function refuse(offset: number, reason: string, report: Reporter): null {
  report.error(offset, unreadableSettings(reason));
  return null;
}

function firstAlias(yaml: Document): number | null {
  let offset: number | null = null;
  visit(yaml, {
    Alias(_, node) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function offsetOf(yaml: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = yaml.getIn(path.slice(0, length), true);
    if (isNode(node) && !isAlias(node) && node.range) return node.range[0];
  }
  return 0;
}

function offsetOfKey(yaml: Document, parent: Path, key: string): number {
  const map = parent.length > 0 ? yaml.getIn(parent, true) : yaml.contents;
  if (!isMap(map)) return offsetOf(yaml, parent);
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : offsetOf(yaml, parent);
}
