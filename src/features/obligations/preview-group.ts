import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { GroupChange } from './people-selection.ts';
import { countSelected, listChanged, listUnknownNumbers } from './selection-queries.ts';

const SHOWN_PEOPLE = 20;

/** What a change of many designations would do, before anything is written. */
export interface GroupPreview {
  /** Those whom the criteria find. */
  foundCount: number;
  /** Those of them for whom something changes. */
  changeCount: number;
  /** Some of the latter, by name. */
  sample: { hrNumber: string | null; familyName: string; givenName: string }[];
  unknownNumbers: string[];
}

/** Counts whom a change is about and for whom it changes something. */
export async function previewGroup(
  db: Kysely<Database>,
  programmeId: string,
  { selection, kind }: Pick<GroupChange, 'selection' | 'kind'>,
  today: CivilDate,
): Promise<GroupPreview> {
  const asked = { selection, programmeId, today };
  return {
    ...(await countSelected(db, asked, kind)),
    sample: await listChanged(db, asked, { kind, limit: SHOWN_PEOPLE }),
    unknownNumbers: selection.numbers ? await listUnknownNumbers(db, selection.numbers) : [],
  };
}
