import type { XmlElement } from '../xml-element.ts';
import { vocabularyOf, type Vocabulary } from './namespaces.ts';

const isNamed = (element: XmlElement, name: string): boolean => element.name.toLowerCase() === name.toLowerCase();

/**
 * Children by name, whatever the case and the namespace: authoring tools get both wrong. Only where two vocabularies share a
 * name (`objectives`) does the vocabulary choose.
 */
export function childrenOf(parent: XmlElement, name: string, vocabulary?: Vocabulary): XmlElement[] {
  return parent.children.filter(
    (child) => isNamed(child, name) && (vocabulary === undefined || vocabularyOf(child.namespace) === vocabulary),
  );
}

export function childOf(parent: XmlElement, name: string, vocabulary?: Vocabulary): XmlElement | null {
  return childrenOf(parent, name, vocabulary)[0] ?? null;
}

/** An attribute as written, whatever the case of its name and its namespace; null when it is absent. */
export function attributeOf(element: XmlElement, name: string): string | null {
  const wanted = name.toLowerCase();
  return element.attributes.find((attribute) => attribute.name.toLowerCase() === wanted)?.value ?? null;
}

/** Blanks at the ends taken away and those inside made one, as XML does with identifiers. */
export const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An identifier, or null when it is absent or empty. */
export function identifierOf(element: XmlElement, name: string): string | null {
  const value = collapsed(attributeOf(element, name) ?? '');
  return value === '' ? null : value;
}

/** The text of an element and of all it contains, on one line: a title in which somebody wrote markup is still a title. */
export function plainText(element: XmlElement | null): string {
  if (!element) return '';
  const parts: string[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    parts.push(next.text);
    for (const child of next.children.toReversed()) waiting.push(child);
  }
  return collapsed(parts.join(' ').replace(/\p{Cc}/gu, ' '));
}
