import { z } from 'zod';
import { shortFrenchDate } from '#domain/time/french-dates.ts';
import { defineList } from '#platform/lists/list-export.ts';
import { listAttendees, type Attendee } from './attendee-queries.ts';
import { findSessionLine } from './session-list-queries.ts';
import { SESSION_STATE_NAMES, sessionState, type SessionState } from './session-state.ts';

/** The list of a session as a file: who is enrolled, and who was there. */
export const attendeesList = defineList({
  name: 'inscrits',
  title: 'Liste de la séance',
  permission: 'training-session:run',
  definition:
    'Une ligne par personne inscrite ou venue, avec son unité au jour de la séance. La présence se dit à partir de ce jour ; une séance annulée n’en a pas.',
  query: z.object({ seance: z.string().max(100).default('') }),
  async heading(db, { seance }, { today }) {
    const session = await findSessionLine(db, seance);
    if (!session) return null;
    return [
      ['Séance', `${shortFrenchDate(session.heldOn)} à ${session.startsAt}`],
      ['Module', `${session.moduleCode.toUpperCase()}, ${session.moduleTitle}`],
      ['Lieu', session.place],
      ['Maison', session.houseName ?? 'aucune'],
      ['Formateur', session.trainerName],
      ['État', SESSION_STATE_NAMES[sessionState(session, today)]],
    ];
  },
  columns: [
    { title: 'Nom', kind: 'text', width: 24, cell: ({ familyName }: ListedAttendee) => familyName },
    { title: 'Prénom', kind: 'text', width: 20, cell: ({ givenName }) => givenName },
    { title: 'Matricule', kind: 'text', width: 14, cell: ({ hrNumber }) => hrNumber },
    { title: 'Unité', kind: 'text', width: 32, cell: ({ unitName }) => unitName },
    { title: 'Inscrit', kind: 'flag', width: 10, cell: ({ isEnrolled }) => isEnrolled },
    {
      title: 'Présent',
      kind: 'flag',
      width: 10,
      cell: ({ isPresent, state }) => (state === 'to-close' || state === 'closed' ? isPresent : null),
    },
    { title: 'Ajouté après la clôture', kind: 'text', width: 36, cell: ({ lateReason }) => lateReason },
  ],
  async *read(openReader, { seance }, { today }) {
    const reader = openReader();
    const session = await findSessionLine(reader, seance);
    if (!session) return;
    const state = sessionState(session, today);
    yield (await listAttendees(reader, seance, session.heldOn)).map((attendee) => ({ ...attendee, state }));
  },
});

type ListedAttendee = Attendee & { state: SessionState };
