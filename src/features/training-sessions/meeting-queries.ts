import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { MeetingSort } from './forms.ts';
import { searchedWords } from './searched-words.ts';

/** A meeting of a unit with a house. */
export interface MeetingLine {
  meetingId: string;
  heldOn: CivilDate;
  place: string;
  houseName: string;
  unitName: string;
  audienceSize: number;
  withdrawnAt: Instant | null;
  withdrawnReason: string | null;
}

/** One page of the meetings, withdrawn ones too. */
export async function listMeetings(
  db: Kysely<Database>,
  search: string,
  { sort, limit, offset }: { sort: MeetingSort; limit: number; offset: number },
): Promise<MeetingLine[]> {
  const rows = await filtered(db, search)
    .select(['meeting.id', 'held_on', 'place', 'house.name as house_name', 'unit.name as unit_name'])
    .select(['audience_size', 'withdrawn_at', 'withdrawn_reason'])
    .orderBy(SORTED_BY[sort.replace('-', '') as keyof typeof SORTED_BY], sort.startsWith('-') ? 'desc' : 'asc')
    .orderBy('held_on', 'desc')
    .orderBy('meeting.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    meetingId: row.id,
    heldOn: row.held_on as CivilDate,
    place: row.place,
    houseName: row.house_name,
    unitName: row.unit_name,
    audienceSize: row.audience_size,
    withdrawnAt: row.withdrawn_at as Instant | null,
    withdrawnReason: row.withdrawn_reason,
  }));
}

export async function countMeetings(db: Kysely<Database>, search: string): Promise<number> {
  const row = await filtered(db, search)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

const SORTED_BY = {
  date: sql`held_on`,
  maison: sql`folded(house.name)`,
  unite: sql`folded(unit.name)`,
  public: sql`audience_size`,
};

function filtered(db: Kysely<Database>, search: string) {
  let meetings = db
    .selectFrom('meeting')
    .innerJoin('house', 'house.id', 'meeting.house_id')
    .innerJoin('unit', 'unit.id', 'meeting.unit_id');
  const text = sql`folded(place || ' ' || house.name || ' ' || unit.name || ' ' || unit.code)`;
  for (const word of searchedWords(search)) meetings = meetings.where(sql<boolean>`instr(${text}, ${word}) > 0`);
  return meetings;
}
