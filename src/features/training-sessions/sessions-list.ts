import { byPages } from '#platform/lists/in-steps.ts';
import { defineList } from '#platform/lists/list-export.ts';
import { SessionsQuery } from './forms.ts';
import { listSessions, type SessionLine } from './session-list-queries.ts';
import { SESSION_STATE_NAMES, sessionState } from './session-state.ts';

/** The sessions of /seances as a file. */
export const sessionsList = defineList({
  name: 'seances',
  title: 'Séances',
  permission: 'training-session:run',
  definition:
    'Une ligne par séance en présence. Inscrits et présents : personnes distinctes ; les présents ne comptent qu’à partir de la clôture.',
  query: SessionsQuery,
  async heading(_db, { etat, recherche }) {
    return [
      ['État', etat === null ? 'tous' : SESSION_STATE_NAMES[etat]],
      ['Recherche', recherche || 'aucune'],
    ];
  },
  columns: [
    { title: 'Date', kind: 'date', width: 12, cell: ({ heldOn }: SessionLine) => heldOn },
    { title: 'Heure', kind: 'text', width: 8, cell: ({ startsAt }) => startsAt },
    { title: 'Code du module', kind: 'text', width: 14, cell: ({ moduleCode }) => moduleCode.toUpperCase() },
    { title: 'Module', kind: 'text', width: 36, cell: ({ moduleTitle }) => moduleTitle },
    { title: 'Lieu', kind: 'text', width: 28, cell: ({ place }) => place },
    { title: 'Maison', kind: 'text', width: 24, cell: ({ houseName }) => houseName },
    { title: 'Formateur', kind: 'text', width: 24, cell: ({ trainerName }) => trainerName },
    { title: 'Places', kind: 'text', width: 10, cell: ({ seats }) => seats },
    { title: 'Inscrits', kind: 'text', width: 10, cell: ({ enrolledCount }) => enrolledCount },
    {
      title: 'Présents',
      kind: 'text',
      width: 10,
      cell: (session, { today }) => (sessionState(session, today) === 'to-come' ? null : session.presentCount),
    },
    {
      title: 'État',
      kind: 'text',
      width: 14,
      cell: (session, { today }) => SESSION_STATE_NAMES[sessionState(session, today)],
    },
    { title: 'Raison de l’annulation', kind: 'text', width: 36, cell: ({ cancelReason }) => cancelReason },
  ],
  read(openReader, { etat, recherche, tri }, { today }) {
    const reader = openReader();
    const filter = { state: etat, search: recherche, today };
    return byPages((page) => listSessions(reader, filter, { sort: tri, ...page }));
  },
});
