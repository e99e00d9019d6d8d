const MENTION = /<a (?![^>]*\bid=)([^>]*\bhref="#glossaire-([a-z0-9-]+)")/g;

export const glossaryAnchor = (id: string): string => `glossaire-${id}`;
export const mentionAnchor = (id: string): string => `mention-${id}`;

/** Gives an id to the link by which a text leads to its glossary, so that the glossary leads back to it. */
export function anchorMentions(html: string): string {
  return html.replace(MENTION, (_link, rest: string, id: string) => `<a id="${mentionAnchor(id)}" ${rest}`);
}
