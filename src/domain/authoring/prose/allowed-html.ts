import type { Schema } from 'hast-util-sanitize';

/** All the HTML that prose can become. What is not here does not leave the compiler. */
export const ALLOWED_HTML: Schema = {
  tagNames: [
    'a', 'abbr', 'blockquote', 'br', 'code', 'div', 'em', 'h2', 'h3', 'h4', 'hr', 'img', 'li', 'ol', 'p', 'pre',
    'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul',
  ],
  attributes: {
    a: ['href', ['rel', 'noreferrer', 'external']],
    abbr: ['title'],
    div: [['className', 'table-scroll'], ['tabIndex', 0], ['role', 'region'], ['ariaLabel', 'Tableau']],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    img: ['src', 'alt'],
    ol: ['start'],
    td: [['className', 'align-left', 'align-center', 'align-right']],
    th: [['className', 'align-left', 'align-center', 'align-right'], ['scope', 'col']],
  },
  // Images come from our own origin: no scheme at all.
  protocols: { href: ['http', 'https'], src: ['none'] },
  clobber: [],
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
};
