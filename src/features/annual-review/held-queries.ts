import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ReviewPeriod, YearFigures } from './review-figures.ts';

type Held = Pick<
  YearFigures,
  'sessions' | 'sessionsByModule' | 'sessionsByHouse' | 'meetings' | 'audience' | 'meetingsByHouse' | 'audienceByHouse'
>;

/** The sessions and meetings held in the period, as they were known on the day the review is due. */
export async function countHeld(db: Kysely<Database>, { from, to, knownOn }: ReviewPeriod): Promise<Held> {
  const isKnown = (at: string | null) => at !== null && civilDateOf(at as Instant) <= knownOn;
  const sessions = await db
    .selectFrom('training_session')
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .select(['module_id', 'house_id', 'closed_at', 'cancelled_at'])
    .execute();
  const meetings = await db
    .selectFrom('meeting')
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .select(['house_id', 'audience_size', 'created_at', 'withdrawn_at'])
    .execute();
  const held = sessions.filter((session) => isKnown(session.closed_at) && !isKnown(session.cancelled_at));
  const met = meetings.filter((meeting) => isKnown(meeting.created_at) && !isKnown(meeting.withdrawn_at));
  return {
    sessions: held.length,
    sessionsByModule: tally(held.map((session) => [session.module_id, 1])),
    sessionsByHouse: tally(held.flatMap(({ house_id }) => (house_id === null ? [] : [[house_id, 1]]))),
    meetings: met.length,
    audience: met.reduce((sum, { audience_size }) => sum + audience_size, 0),
    meetingsByHouse: tally(met.map(({ house_id }) => [house_id, 1])),
    audienceByHouse: tally(met.map(({ house_id, audience_size }) => [house_id, audience_size])),
  };
}

function tally(entries: readonly (readonly [string, number])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, count] of entries) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

/** Every house, by name, whether still listed or not. */
export async function listHouseNames(db: Kysely<Database>): Promise<{ houseId: string; name: string }[]> {
  const rows = await db
    .selectFrom('house')
    .select(['id', 'name'])
    .orderBy(sql`folded(name)`)
    .execute();
  return rows.map(({ id, name }) => ({ houseId: id, name }));
}
