import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { shortFrenchDate } from '#domain/time/french-dates.ts';
import { inSteps } from '#platform/lists/in-steps.ts';
import { defineList, type ListExport } from '#platform/lists/list-export.ts';
import { DEED_FAMILIES } from './deed-families.ts';
import { deedFilterOf } from './deed-filter.ts';
import { JournalQuery } from './forms.ts';
import { countDeeds, streamDeeds } from './queries.ts';
import { tellDeeds, type ToldDeed } from './tell-deeds.ts';

/**
 * The journal of /administration/journal as a file.
 * @param findPersonIds whom a text of the filter names
 */
export function journalList(
  findPersonIds: (db: Kysely<Database>, search: string) => Promise<readonly string[]>,
): ListExport {
  const personIdsOf = async (db: Kysely<Database>, text: string) => (text === '' ? null : findPersonIds(db, text));
  return defineList({
    name: 'journal',
    title: 'Journal des actes',
    permission: 'journal:read',
    definition:
      'Une ligne par acte, écrite avec lui ; aucune ne peut être modifiée ni effacée. Système : un acte automatique, ou fait en ligne de commande.',
    query: JournalQuery,
    async heading(_db, { famille, personne, du, au }) {
      return [
        ['Genre', famille ? DEED_FAMILIES[famille] : 'tous'],
        ['Personne', personne || 'toutes'],
        ['Du', du ? shortFrenchDate(du) : 'premier jour'],
        ['Au', au ? shortFrenchDate(au) : 'dernier jour'],
      ];
    },
    columns: [
      { title: 'Quand', kind: 'instant', width: 18, cell: ({ at }: ToldDeed) => at },
      { title: 'Qui', kind: 'text', width: 24, cell: ({ actor }) => actor ?? 'Système' },
      { title: 'Quoi', kind: 'text', width: 36, cell: ({ what }) => what },
      { title: 'Sur qui, sur quoi', kind: 'text', width: 36, cell: ({ subject }) => subject },
      { title: 'Précision', kind: 'text', width: 60, cell: ({ detail }) => detail || null },
    ],
    async count(db, query) {
      return countDeeds(db, deedFilterOf(query, await personIdsOf(db, query.personne)));
    },
    async *read(openReader, query) {
      // While deeds are being read, their connection can answer nothing else.
      const [deeds, names] = [openReader(), openReader()];
      const personIds = await personIdsOf(names, query.personne);
      const isOldestFirst = query.tri === 'quand';
      for await (const lines of inSteps(streamDeeds(deeds, deedFilterOf(query, personIds), isOldestFirst)))
        yield await tellDeeds(names, lines);
    },
  });
}
