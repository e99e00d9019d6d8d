import { DOMParser, type Attr, type Element, type Node } from '@xmldom/xmldom';
import type { Finding } from '#domain/packaging/finding.ts';
import type { XmlElement } from '#domain/packaging/xml-element.ts';
import { decodeXml, type DecodedXml } from './decode-xml.ts';
import { markupFaultWords, parserFaultWords } from './fault-words.ts';
import { scanMarkup } from './scan-markup.ts';

export const MAX_XML_BYTES = 10_000_000;

/** `findings` says what is only unusual about the text itself. */
export type ParsedXml =
  { kind: 'read'; root: XmlElement; encoding: string; findings: Finding[] } | { kind: 'refused'; finding: Finding };

/**
 * Reads XML that anybody may have written: without DOCTYPE nor entities, in bounded time and memory. A prefix that the file
 * declares nowhere stands for the namespace `undeclared:<prefix>`, so that the reader can name it instead of giving up.
 */
export function parseXml(bytes: Uint8Array): ParsedXml {
  if (bytes.length > MAX_XML_BYTES) return refused(TOO_LONG, null, '');
  const decoded = decodeXml(bytes);
  if (decoded.kind === 'unreadable') return refused(unreadableWords(decoded.encoding), 1, '');
  const scanned = scanMarkup(decoded.text.replace(/\r\n?/g, '\n'));
  if (scanned.kind === 'fault')
    return refused(markupFaultWords(scanned.fault, scanned.detail), scanned.line, CLAUSES[scanned.fault] ?? '');
  return parsed(scanned.text, scanned.prefixes, decoded);
}

function parsed(
  text: string,
  prefixes: ReadonlySet<string>,
  decoded: Extract<DecodedXml, { kind: 'text' }>,
): ParsedXml {
  let fault: { message: string; line: number } | null = null;
  const xmlns = Object.fromEntries([...prefixes].filter(isOrdinary).map((prefix) => [prefix, `undeclared:${prefix}`]));
  const parser = new DOMParser({
    xmlns,
    normalizeLineEndings: (source: string) => source,
    onError: (_level: string, message: string, context: { locator?: { lineNumber?: number } }) => {
      if (REPLACEMENT.test(message)) return;
      fault ??= { message, line: context.locator?.lineNumber ?? 1 };
      throw new Error(message);
    },
  });
  try {
    const root = parser.parseFromString(text, 'text/xml').documentElement!;
    return { kind: 'read', root: plainElement(root), encoding: decoded.encoding, findings: encodingFindings(decoded) };
  } catch (error) {
    // A fault of the file was told to onError; anything else is a fault of ours.
    const told = fault as { message: string; line: number } | null;
    if (!told) throw error;
    return refused(parserFaultWords(told.message), Math.max(told.line, 1), '');
  }
}

/** A character that somebody's tool wrote for one that it could not read: not ours to refuse. */
const REPLACEMENT = /^Unicode replacement character/;
const isOrdinary = (prefix: string): boolean => prefix !== 'xml' && prefix !== 'xmlns';

function plainElement(element: Element): XmlElement {
  const children: XmlElement[] = [];
  const texts: string[] = [];
  for (let node: Node | null = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === TEXT) texts.push(node.nodeValue ?? '');
    else if (node.nodeType === ELEMENT) children.push(plainElement(node as Element));
  }
  return {
    name: element.localName ?? element.nodeName,
    namespace: element.namespaceURI ?? '',
    attributes: Array.from(element.attributes, (attribute) => attribute as Attr)
      .filter(({ namespaceURI }) => namespaceURI !== XMLNS)
      .map((attribute) => ({
        name: attribute.localName ?? attribute.name,
        namespace: attribute.namespaceURI ?? '',
        value: attribute.value,
      })),
    children,
    text: texts.join(''),
    line: element.lineNumber ?? 1,
  };
}

const ELEMENT = 1;
const TEXT = 3;
const XMLNS = 'http://www.w3.org/2000/xmlns/';

const CLAUSES: Record<string, string> = {
  doctype: 'XML 1.0 § 2.8',
  'unknown entity': 'XML 1.0 § 4.1',
  'bare ampersand': 'XML 1.0 § 2.4',
  character: 'XML 1.0 § 2.2',
};

const TOO_LONG =
  'Ce fichier XML dépasse 10 Mo : ce n’est pas un manifeste ordinaire, il n’est pas lu. Demandez une archive refaite.';

const unreadableWords = (encoding: string): string =>
  `Les caractères de ce fichier ne peuvent être lus (encodage « ${encoding.slice(0, 40)} ») : enregistrez-le en UTF-8.`;

function encodingFindings({ encoding, isGuessed }: Extract<DecodedXml, { kind: 'text' }>): Finding[] {
  if (!isGuessed) return [];
  const message = `Ce fichier n’est pas dans l’encodage qu’il annonce ; il est lu en ${encoding} : vérifiez les lettres accentuées des titres.`;
  return [{ severity: 'unusual', message, place: place(1, 'XML 1.0 § 4.3.3') }];
}

function refused(message: string, line: number | null, clause: string): ParsedXml {
  return { kind: 'refused', finding: { severity: 'refused', message, place: place(line, clause || 'XML 1.0') } };
}

const place = (line: number | null, clause: string): Finding['place'] => ({ file: null, line, element: null, clause });
