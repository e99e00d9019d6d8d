import { z } from 'zod';
import { STATUS_NAMES } from '#domain/identity/person-status.ts';
import { shortFrenchDate } from '#domain/time/french-dates.ts';
import { inSteps } from '#platform/lists/in-steps.ts';
import { defineList } from '#platform/lists/list-export.ts';
import { PeopleQuery } from './forms.ts';
import { countPeopleBelow, findUnitName, streamPeopleBelow, type PersonLine } from './queries.ts';
import { roleWords } from './role-words.ts';

/** The people of a unit and of all below it, of /administration/unites, as a file. */
export const peopleList = defineList({
  name: 'personnes',
  title: 'Personnes',
  permission: 'people:read',
  definition: 'Une ligne par affectation en cours, dans l’unité et dans celles du dessous.',
  query: PeopleQuery.extend({ unite: z.string().max(100).default('') }),
  async heading(db, { unite, recherche }, { today }) {
    const name = await findUnitName(db, unite);
    if (name === null) return null;
    return [
      ['Unité', `${name} (${unite}), avec tout ce qui est au-dessous`],
      ['Situation au', shortFrenchDate(today)],
      ['Recherche', recherche || 'aucune'],
    ];
  },
  columns: [
    { title: 'Nom', kind: 'text', width: 24, cell: ({ familyName }: PersonLine) => familyName },
    { title: 'Prénom', kind: 'text', width: 20, cell: ({ givenName }) => givenName },
    { title: 'Matricule', kind: 'text', width: 14, cell: ({ hrNumber }) => hrNumber },
    { title: 'Statut', kind: 'text', width: 12, cell: ({ status }) => STATUS_NAMES[status] },
    { title: 'Unité', kind: 'text', width: 32, cell: ({ unitName }) => unitName },
    { title: 'Identifiant', kind: 'text', width: 20, cell: ({ username }) => username },
    { title: 'Rôles', kind: 'text', width: 32, cell: ({ roles }) => roleWords(roles) || null },
    { title: 'Dernière connexion', kind: 'instant', width: 18, cell: ({ lastSignedInAt }) => lastSignedInAt },
  ],
  count(db, { unite, recherche }, { today }) {
    return countPeopleBelow(db, { unitCode: unite, on: today, search: recherche });
  },
  read(openReader, { unite, recherche }, { today }) {
    return inSteps(streamPeopleBelow(openReader(), { unitCode: unite, on: today, search: recherche }));
  },
});
