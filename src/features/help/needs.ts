import { NEEDS, type Help, type HelpContact, type Need } from './help.ts';

/** How the page calls each need. */
export const NEED_TITLES: Record<Need, { title: string; sentence: string | null }> = {
  danger: {
    title: 'En danger immédiat',
    sentence: 'Mettez-vous à l’abri si vous le pouvez, puis appelez. Si parler est impossible, le 114 répond par SMS.',
  },
  soins: { title: 'Être soigné', sentence: null },
  parler: { title: 'Parler à quelqu’un', sentence: 'Parler n’engage à rien : vous décidez de la suite.' },
  signaler: { title: 'Signaler ou se faire conseiller', sentence: null },
};

/** The contacts of each need, in the order of the page; a need without contact is left out. */
export function contactsByNeed({ contacts }: Pick<Help, 'contacts'>): { need: Need; contacts: HelpContact[] }[] {
  return NEEDS.map((need) => ({ need, contacts: contacts.filter(({ besoin }) => besoin === need) })).filter(
    (group) => group.contacts.length > 0,
  );
}
