const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const ADDRESS = /^(?:$|https?:\/\/|\/(?!\/)|#)/;
const ALIGN = /^align-(?:left|center|right)$/;

/** The allow-list written a second time, by what each attribute's value may be: the compiler's own is not trusted here. */
const ALLOWED: Record<string, Record<string, RegExp>> = {
  a: { href: ADDRESS, rel: /^noreferrer external$/, class: /^glossary-term$/ },
  abbr: { title: /^/ },
  blockquote: {},
  br: {},
  code: {},
  div: { class: /^table-scroll$/, tabindex: /^0$/, role: /^region$/, 'aria-label': /^Tableau$/ },
  em: {},
  h2: { id: /^[^\s]+$/ },
  h3: { id: /^[^\s]+$/ },
  h4: { id: /^[^\s]+$/ },
  hr: {},
  img: { src: /^(?:\/medias\/[0-9a-z.]+)?$/, alt: /^/ },
  li: {},
  ol: { start: /^\d+$/ },
  p: {},
  pre: {},
  span: { class: /^no-break$/ },
  strong: {},
  sub: {},
  sup: {},
  table: {},
  tbody: {},
  td: { class: ALIGN },
  th: { class: ALIGN, scope: /^col$/ },
  thead: {},
  tr: {},
  ul: {},
};

/** The first thing in some HTML that is not on the allow-list, or null. Every `<` must begin a tag of it. */
export function findForbidden(html: string): string | null {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    const allowed = tag?.[2] ? ALLOWED[tag[2]] : undefined;
    if (!tag || !allowed) return html.slice(at, at + 60);
    for (const [typed, name = '', value = ''] of (tag[3] ?? '').matchAll(ATTRIBUTE)) {
      if (!allowed[name]?.test(value)) return `${tag[0]}: ${typed}`;
    }
    at = TAG.lastIndex;
  }
  return null;
}
