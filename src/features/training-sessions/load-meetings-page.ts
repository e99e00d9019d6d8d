import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { MeetingsQueryValues } from './forms.ts';
import { listHouses, type House } from './house-queries.ts';
import { countMeetings, listMeetings, type MeetingLine } from './meeting-queries.ts';

export const MEETINGS_PER_PAGE = 50;

export interface MeetingsPage {
  meetings: MeetingLine[];
  count: number;
  /** Those that a new meeting may be with. */
  houses: House[];
  query: MeetingsQueryValues;
}

/** One page of the meetings that the address asks for. */
export async function loadMeetingsPage(db: Kysely<Database>, query: MeetingsQueryValues): Promise<MeetingsPage> {
  const offset = (query.page - 1) * MEETINGS_PER_PAGE;
  return {
    meetings: await listMeetings(db, query.recherche, { sort: query.tri, limit: MEETINGS_PER_PAGE, offset }),
    count: await countMeetings(db, query.recherche),
    houses: (await listHouses(db)).filter(({ retiredOn }) => retiredOn === null),
    query,
  };
}
