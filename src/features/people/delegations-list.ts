import { addDays } from '#domain/time/civil-date.ts';
import { byPages } from '#platform/lists/in-steps.ts';
import { defineList } from '#platform/lists/list-export.ts';
import { listDelegations, type Delegation } from './delegation-queries.ts';
import { DelegationsQuery } from './forms.ts';

/** The delegations that the actor may end, as a file. */
export const delegationsList = defineList({
  name: 'delegations',
  title: 'Délégations de suivi',
  permission: 'follow-up:delegate',
  definition: 'Une ligne par suivi confié, du premier au dernier jour compris, terminé ou non.',
  query: DelegationsQuery,
  async heading() {
    return [];
  },
  columns: [
    { title: 'Confié à', kind: 'text', width: 28, cell: ({ personName }: Delegation) => personName },
    { title: 'Matricule', kind: 'text', width: 14, cell: ({ hrNumber }) => hrNumber },
    { title: 'Unité', kind: 'text', width: 32, cell: ({ unitName }) => unitName },
    { title: 'Code de l’unité', kind: 'text', width: 16, cell: ({ unitCode }) => unitCode },
    { title: 'Du', kind: 'date', width: 12, cell: ({ from }) => from },
    { title: 'Au', kind: 'date', width: 12, cell: ({ to }) => addDays(to, -1) },
    { title: 'Raison', kind: 'text', width: 36, cell: ({ reason }) => reason },
    { title: 'Par', kind: 'text', width: 24, cell: ({ givenByName }) => givenByName ?? 'ligne de commande' },
    { title: 'Confié le', kind: 'instant', width: 18, cell: ({ givenAt }) => givenAt },
  ],
  read(openReader, _query, { actor }) {
    const reader = openReader();
    return byPages((page) => listDelegations(reader, actor, page));
  },
});
