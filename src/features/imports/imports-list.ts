import { byPages } from '#platform/lists/in-steps.ts';
import { defineList } from '#platform/lists/list-export.ts';
import { ImportsQuery } from './forms.ts';
import { listBatches, type ImportOutline } from './queries.ts';
import { resultWords, STATE_WORDS } from './words.ts';

/** The imports of /administration/imports as a file. */
export const importsList = defineList({
  name: 'imports',
  title: 'Imports',
  permission: 'people:import',
  definition:
    'Une ligne par fichier envoyé, du plus récent au plus ancien. Résultat : ce qu’il a changé une fois appliqué.',
  query: ImportsQuery,
  async heading() {
    return [];
  },
  columns: [
    { title: 'Fichier', kind: 'text', width: 36, cell: ({ fileName }: ImportOutline) => fileName },
    { title: 'Envoyé le', kind: 'instant', width: 18, cell: ({ storedAt }) => storedAt },
    { title: 'Par', kind: 'text', width: 24, cell: ({ storedBy }) => storedBy ?? 'ligne de commande' },
    { title: 'État', kind: 'text', width: 14, cell: ({ state }) => STATE_WORDS[state] },
    { title: 'Appliqué le', kind: 'instant', width: 18, cell: ({ appliedAt }) => appliedAt },
    { title: 'Annulé le', kind: 'instant', width: 18, cell: ({ undoneAt }) => undoneAt },
    { title: 'Résultat', kind: 'text', width: 50, cell: ({ result }) => result && resultWords(result) },
  ],
  read(openReader) {
    const reader = openReader();
    return byPages(({ limit, offset }) => listBatches(reader, limit, offset));
  },
});
