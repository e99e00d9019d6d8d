import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listLiveVersions } from '#features/publishing/versions.ts';
import { gatherGlossary, initialOf, type GlossaryTerm } from './glossary.ts';

export interface GlossaryPage {
  /** The terms under each letter. */
  letters: { letter: string; terms: GlossaryTerm[] }[];
}

/** Every term of the live modules, as a dictionary has them. */
export async function loadGlossaryPage(db: Kysely<Database>): Promise<GlossaryPage> {
  const terms = gatherGlossary((await listLiveVersions(db)).map(({ module }) => module));
  const letters = Map.groupBy(terms, initialOf);
  return { letters: [...letters].map(([letter, under]) => ({ letter, terms: under })) };
}
