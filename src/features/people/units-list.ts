import { shortFrenchDate } from '#domain/time/french-dates.ts';
import { defineList } from '#platform/lists/list-export.ts';
import { AdministrationQuery } from './forms.ts';
import { listUnitLines, type UnitLine } from './unit-line-queries.ts';

/** The units of /administration as a file. */
export const unitsList = defineList({
  name: 'unites',
  title: 'Unités',
  permission: 'people:read',
  definition:
    'Une ligne par unité, après celle dont elle dépend. Personnes affectées : celles de l’unité même, sans celles du dessous.',
  query: AdministrationQuery,
  async heading(_db, { unite }, { today }) {
    return [
      ['Situation au', shortFrenchDate(today)],
      ['Recherche', unite || 'aucune'],
    ];
  },
  columns: [
    { title: 'Unité', kind: 'text', width: 40, cell: ({ name }: UnitLine) => name },
    { title: 'Code', kind: 'text', width: 16, cell: ({ code }) => code },
    { title: 'Niveau', kind: 'text', width: 10, cell: ({ depth }) => depth + 1 },
    { title: 'Personnes affectées', kind: 'text', width: 14, cell: ({ peopleCount }) => peopleCount },
    { title: 'Responsables', kind: 'text', width: 40, cell: ({ managers }) => managers.join(', ') || null },
  ],
  async *read(openReader, { unite }, { today }) {
    yield await listUnitLines(openReader(), { on: today, search: unite });
  },
});
