import { z } from 'zod';
import { defineList } from '#platform/lists/list-export.ts';
import { listProgrammeDetails, type ProgrammeDetails } from './queries.ts';

/** The programmes of /administration/programmes as a file. */
export const programmesList = defineList({
  name: 'parcours',
  title: 'Parcours',
  permission: 'programme:edit',
  definition:
    'Une ligne par parcours. Un parcours demande des modules à des personnes désignées avant son échéance ; est en retard qui ne les a pas achevés après le délai de grâce.',
  query: z.object({}),
  async heading() {
    return [];
  },
  columns: [
    { title: 'Parcours', kind: 'text', width: 40, cell: ({ name }: ProgrammeDetails) => name },
    { title: 'Code', kind: 'text', width: 24, cell: ({ slug }) => slug },
    { title: 'Année', kind: 'text', width: 10, cell: ({ year }) => year },
    { title: 'Ouvert le', kind: 'date', width: 12, cell: ({ opensOn }) => opensOn },
    { title: 'Échéance', kind: 'date', width: 12, cell: ({ deadline }) => deadline },
    { title: 'Délai de grâce, en jours', kind: 'text', width: 14, cell: ({ graceDays }) => graceDays },
    { title: 'Compte depuis le', kind: 'date', width: 16, cell: ({ countsFrom }) => countsFrom },
    { title: 'Fermé le', kind: 'date', width: 12, cell: ({ closedOn }) => closedOn },
  ],
  async *read(openReader) {
    yield await listProgrammeDetails(openReader());
  },
});
