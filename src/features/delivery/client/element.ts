type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element; an attribute that is false or undefined is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== false && value !== undefined) made.setAttribute(attribute, value === true ? '' : String(value));
  made.append(...children);
  return made;
}

/** Makes an element of HTML that the compiler of modules wrote and sanitised. */
export function ofHtml<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  html: string,
): HTMLElementTagNameMap[Name] {
  const made = element(name, attributes);
  made.innerHTML = html;
  return made;
}

/** A heading of this level; HTML has six. */
export function heading(level: number, attributes: Attributes, ...children: (Node | string)[]): HTMLElement {
  return element(`h${Math.min(level, 6)}` as 'h6', attributes, ...children);
}
