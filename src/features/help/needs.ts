import { NEEDS, type Help, type HelpContact, type Need, type Orientation } from './help.ts';
import { housesToShow, type NamedHouse } from './house.ts';

/** The help page, from top to bottom. */
export interface HelpSections {
  /** Who is called at once, before anything is read. */
  urgent: HelpContact[];
  needs: (Need & { contacts: HelpContact[] })[];
  orientations: (Omit<Orientation, 'contacts'> & { contacts: HelpContact[] })[];
  houses: NamedHouse[];
}

/** What the page shows; a need that has neither a contact nor a text is left out. */
export function helpSections(help: Help): HelpSections {
  const needs = NEEDS.map((name) => ({
    ...help.besoins.find(({ id }) => id === name)!,
    contacts: help.contacts.filter(({ besoin }) => besoin === name),
  }));
  return {
    urgent: help.contacts.filter(({ besoin, numero }) => besoin === 'danger' && numero !== undefined),
    needs: needs.filter(({ contacts, texte }) => contacts.length > 0 || texte !== undefined),
    orientations: help.reperes.map((orientation) => ({
      ...orientation,
      contacts: orientation.contacts.flatMap((id) => help.contacts.find((contact) => contact.id === id) ?? []),
    })),
    houses: housesToShow(help.maisons),
  };
}

/** Where a need is on the page; lessons name contacts and orientations there by their bare id. */
export function needAnchor({ id }: Pick<Need, 'id'>): string {
  return `besoin-${id}`;
}

/** One French sentence when an orientation names a contact that is nowhere; the page shows the others. */
export function missingContact({ contacts, reperes }: Pick<Help, 'contacts' | 'reperes'>): string | null {
  const known = new Set(contacts.map(({ id }) => id));
  for (const { id, contacts: named } of reperes)
    for (const contact of named)
      if (!known.has(contact)) return `reperes, ${id} : le contact « ${contact} » n’existe pas.`;
  return null;
}
