import type { XmlElement } from '../xml-element.ts';

/** The vocabularies a manifest is written in. */
export type Vocabulary = 'imscp' | 'adlcp' | 'adlseq' | 'adlnav' | 'imsss' | 'metadata' | 'xml' | 'other';

export const ADLCP_12 = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';
export const ADLCP_2004 = 'http://www.adlnet.org/xsd/adlcp_v1p3';

const EXACT: Record<string, Vocabulary> = {
  'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp',
  'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp',
  [ADLCP_12]: 'adlcp',
  [ADLCP_2004]: 'adlcp',
  'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq',
  'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav',
  'http://www.imsglobal.org/xsd/imsss': 'imsss',
  'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1': 'metadata',
  'http://www.imsglobal.org/xsd/imsmd_v1p2': 'metadata',
  'http://www.imsproject.org/xsd/imsmd_rootv1p2p1': 'metadata',
  'http://ltsc.ieee.org/xsd/LOM': 'metadata',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://www.w3.org/2001/XMLSchema-instance': 'xml',
};

/** What a namespace that is not one of the specifications' was meant to be. */
const MEANT: readonly [RegExp, Vocabulary][] = [
  [/adlcp/i, 'adlcp'],
  [/adlseq/i, 'adlseq'],
  [/adlnav/i, 'adlnav'],
  [/imsss|simpleseq|^undeclared:ss$/i, 'imsss'],
  [/imsmd|lom|metadata/i, 'metadata'],
  [/imscp|imsproject|content.?pack/i, 'imscp'],
];

/** The vocabulary a namespace stands for; an element without namespace is taken for one of the manifest itself. */
export function vocabularyOf(namespace: string): Vocabulary {
  if (Object.hasOwn(EXACT, namespace)) return EXACT[namespace]!;
  if (namespace === '') return 'imscp';
  return MEANT.find(([pattern]) => pattern.test(namespace))?.[1] ?? 'other';
}

export const isExact = (namespace: string): boolean => Object.hasOwn(EXACT, namespace);

/** Every namespace of a manifest, with the first element that uses it. */
export function namespacesIn(root: XmlElement): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const waiting = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    for (const namespace of [element.namespace, ...element.attributes.map((attribute) => attribute.namespace)]) {
      const known = found.get(namespace);
      if (!known || known.line > element.line) found.set(namespace, element);
    }
    for (const child of element.children.toReversed()) waiting.push(child);
  }
  return found;
}
