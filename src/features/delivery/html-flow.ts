import type { Flow, Run } from '#platform/pdf/flow.ts';
import { parseHtml, type HtmlElement, type HtmlNode } from '#platform/xml/parse-html.ts';

/** What the compiler wrote, as it stands on paper; a drawing is left to its text. */
export function htmlFlow(html: string): Flow[] {
  return flowsOf(parseHtml(html).children);
}

const INLINE = new Set(
  ['a', 'abbr', 'b', 'br', 'cite', 'code', 'dfn', 'em', 'i', 'q', 'small', 'span'].concat([
    'strong',
    'sub',
    'sup',
    'time',
  ]),
);
const STRONG = new Set(['b', 'strong']);
const BOXES = new Set(
  [
    'avertissement',
    'definition',
    'detail',
    'eleves',
    'encadre',
    'mythe',
    'paper',
    'reference',
    'reflexion',
    'ressource',
  ].map((kind) => `block--${kind}`),
);

/** Words between blocks make a paragraph of their own. */
function flowsOf(nodes: readonly HtmlNode[]): Flow[] {
  const flows: Flow[] = [];
  let words: HtmlNode[] = [];
  const endParagraph = () => {
    flows.push(...paragraph(words));
    words = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || INLINE.has(node.name)) words.push(node);
    else {
      endParagraph();
      flows.push(...blockFlows(node));
    }
  }
  endParagraph();
  return flows;
}

function blockFlows(element: HtmlElement): Flow[] {
  const { name, classes, children } = element;
  switch (name) {
    case 'h2':
    case 'h3':
      return [{ kind: 'heading', level: 3, text: textOf(children) }];
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ kind: 'heading', level: 4, text: textOf(children) }];
    case 'p':
    case 'dt':
    case 'figcaption':
      return paragraph(children, element);
    case 'summary':
      return children.flatMap((child) => paragraph([child], typeof child === 'string' ? element : child));
    case 'ul':
    case 'ol':
      return [
        { kind: 'list', isOrdered: name === 'ol', items: elementsOf(children).map((item) => flowsOf(item.children)) },
      ];
    case 'table':
      return [tableFlow(element)];
    case 'img':
    case 'svg':
      return [];
    default: {
      const flows = flowsOf(children);
      const isBox = name === 'blockquote' || classes.some((one) => BOXES.has(one));
      return isBox ? [{ kind: 'box', flows }] : flows;
    }
  }
}

function paragraph(nodes: readonly HtmlNode[], { name, classes }: Partial<HtmlElement> = {}): Flow[] {
  const isStrong = name === 'dt' || name === 'figcaption' || hasOne(classes, ['block__title', 'block__what']);
  const runs = trimmed(runsOf(nodes, isStrong));
  if (runs.length === 0) return [];
  return [{ kind: 'text', runs, tone: name === 'summary' ? 'label' : toneOf(classes) }];
}

function toneOf(classes: readonly string[] = []): 'plain' | 'label' | 'note' {
  if (hasOne(classes, ['block__label', 'block__when'])) return 'label';
  return hasOne(classes, ['block__note', 'meta']) ? 'note' : 'plain';
}

function hasOne(classes: readonly string[] = [], names: readonly string[]): boolean {
  return names.some((one) => classes.includes(one));
}

function runsOf(nodes: readonly HtmlNode[], isStrong: boolean): Run[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [{ text: node, isStrong }];
    if (node.name === 'br') return [{ text: ' ', isStrong }];
    if (node.classes.includes('badge')) return [{ text: `(${textOf(node.children)})`, isStrong }];
    return runsOf(node.children, isStrong || STRONG.has(node.name));
  });
}

/** Blanks as a browser shows them, and words of one kind in one run. */
function trimmed(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const { text, isStrong } of runs) {
    const last = joined.at(-1);
    if (last?.isStrong === isStrong) last.text += text;
    else joined.push({ text, isStrong });
  }
  for (const [at, run] of joined.entries()) {
    const words = run.text.replace(/[ \t\r\n]+/g, ' ');
    const isAfterBlank = at === 0 || joined[at - 1]!.text.endsWith(' ');
    run.text = isAfterBlank ? words.replace(/^ /, '') : words;
  }
  const last = joined.at(-1);
  if (last) last.text = last.text.replace(/ $/, '');
  return joined.filter(({ text }) => text !== '');
}

function tableFlow(table: HtmlElement): Flow {
  const rows = elementsWithin(table, 'tr').map((row) =>
    elementsOf(row.children).map((cell) => ({ isHead: cell.name === 'th', text: textOf(cell.children) })),
  );
  const isHeaded = rows[0]?.every(({ isHead }) => isHead) ?? false;
  const texts = rows.map((cells) => cells.map(({ text }) => text));
  return { kind: 'table', head: isHeaded ? texts[0]! : [], rows: isHeaded ? texts.slice(1) : texts };
}

function elementsOf(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.filter((node) => typeof node !== 'string');
}

function elementsWithin({ children }: HtmlElement, name: string): HtmlElement[] {
  return elementsOf(children).flatMap((child) => (child.name === name ? [child] : elementsWithin(child, name)));
}

function textOf(nodes: readonly HtmlNode[]): string {
  return trimmed(runsOf(nodes, false))
    .map(({ text }) => text)
    .join('');
}
