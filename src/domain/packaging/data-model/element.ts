/**
 * Whether a text is a value of a type. What a response looks like depends on the type of the interaction it answers, `''`
 * where that is not said.
 */
export type ValueType = (text: string, interactionType: string) => boolean;

/** What an item may do with an element; whatever it may do, its value comes in a commit and is looked at. */
export type Access = 'rw' | 'ro' | 'wo';

/** One element of a data model: a leaf, by its name. */
export interface Element {
  type: ValueType;
  /** For the sentence that refuses a value. */
  says: string;
  access: Access;
}

/** Records by their index, from 0. */
export interface List {
  most: number;
  each: Branch;
}

/** A data model as it nests. */
export interface Branch {
  [name: string]: Node;
}

export type Node = Branch | Element | List;

export function isElement(node: Node): node is Element {
  return 'type' in node && typeof node.type === 'function';
}

export function isList(node: Node): node is List {
  return 'most' in node && typeof node.most === 'number';
}

/** An element that an item reads and writes. */
export const element = (says: string, type: ValueType): Element => ({ says, type, access: 'rw' });

/** An element that is told to an item. */
export const readOnly = (told: Element): Element => ({ ...told, access: 'ro' });

/** An element that an item can write alone. */
export const writeOnly = (written: Element): Element => ({ ...written, access: 'wo' });

export const list = (most: number, each: Branch): List => ({ most, each });

/** Every element of a model by its name, `n` standing for an index. */
export function elementsOf(node: Node, name: string): [string, Element][] {
  if (isElement(node)) return [[name, node]];
  if (isList(node)) return elementsOf(node.each, `${name}.n`);
  return Object.entries(node).flatMap(([below, child]) => elementsOf(child, `${name}.${below}`));
}
