import { DOMParser, type Element, type Node } from '@xmldom/xmldom';

/** An element of HTML, or text between tags. */
export type HtmlNode = HtmlElement | string;

export interface HtmlElement {
  name: string;
  classes: string[];
  children: HtmlNode[];
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Reads HTML that is well formed, as ours is; throws where it is not. */
export function parseHtml(html: string): HtmlElement {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(`HTML that is not well formed: ${message}`);
    },
  });
  return plainElement(parser.parseFromString(`<body>${html}</body>`, 'text/html').documentElement!);
}

function plainElement(element: Element): HtmlElement {
  const children: HtmlNode[] = [];
  for (let child: Node | null = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === ELEMENT_NODE) children.push(plainElement(child as Element));
    else if (child.nodeType === TEXT_NODE) children.push(child.nodeValue ?? '');
  }
  return {
    name: element.tagName.toLowerCase(),
    classes: (element.getAttribute('class') ?? '').split(' ').filter(Boolean),
    children,
  };
}
