import type { RuntimeData, RuntimeValue } from '#domain/packaging/commit.ts';

/** The nested data that gives one element one value; `n` is the first index. */
export function dataOf(name: string, value: RuntimeValue): RuntimeData {
  const names = name.split('.').map((part) => (part === 'n' ? '0' : part));
  return names.reduceRight<RuntimeValue>((below, part) => ({ [part]: below }), value) as RuntimeData;
}

/** An interaction of a type that gives one element one value. */
export function interactionOf(type: string, rest: RuntimeData): RuntimeData {
  return { cmi: { interactions: { '0': { id: 'i', ...rest, type } } } };
}

/** The name of an element with the first index in place of each `n`. */
export function firstOf(name: string): string {
  return name.replaceAll(/\.n(?=\.|$)/g, '.0');
}
