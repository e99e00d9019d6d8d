import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  OBLIGATION_STATES,
  type ObligationStanding,
  type ObligationState,
} from '#domain/obligation/obligation-state.ts';
import { paceWindowStart } from '#domain/obligation/projection.ts';
import type { StandingGroup } from '#domain/obligation/roll-up-counts.ts';
import { SINCE_EVER, type CivilDate } from '#domain/time/civil-date.ts';
import type { Situation } from './situation.ts';

/**
 * Where everybody stands who is in these units, or below, on the day: one statement for any number of units and people,
 * with one line per unit and state. Persons in several of the units come one by one, for `rollUpCounts` to count them once.
 */
export async function listStandingGroups(
  db: Kysely<Database>,
  situation: Situation,
  rootIds: readonly string[],
): Promise<StandingGroup[]> {
  const windowStart = paceWindowStart(situation.day);
  const isRecent = sql`standing < '2' and substr(standing, 2) > ${windowStart}`;
  const { rows } = await sql<GroupRow>`
    with ${standingTables(situation, unitsBelow(rootIds, situation.day))}
    select unit_id, null as person_id, substr(standing, 1, 1) as state, count(*) as count, sum(${isRecent}) as recent_count
      from standing where is_in_one_unit and standing is not null group by unit_id, state
    union all
    select present.unit_id, standing.person_id, substr(standing, 1, 1), 1, ${isRecent}
      from standing join present on present.person_id = standing.person_id
      where not is_in_one_unit and standing is not null`.execute(db);
  return rows.map((row) => ({
    unitId: row.unit_id,
    personId: row.person_id,
    state: stateOf(row.state),
    count: row.count,
    recentCount: row.recent_count,
  }));
}

interface GroupRow {
  unit_id: string;
  person_id: string | null;
  state: string;
  count: number;
  recent_count: number;
}

/** The ids of these units and of all that stood below them on the day. */
export function unitsBelow(rootIds: readonly string[], day: CivilDate): RawBuilder<unknown> {
  return sql`select distinct descendant_id from unit_closure
    where ancestor_id in (select value from json_each(${JSON.stringify(rootIds)}))
      and from_date <= ${day} and ifnull(to_date > ${day}, true)`;
}

/**
 * Common table expressions: `present` (person_id, unit_id) on the day in the units given, and `standing`, one line per
 * person there: `standing` is the number of the state in OBLIGATION_STATES, then the day of the fact that gives it; null
 * for whom the programme does not concern. It says what `obligationStandingOn` says, and a property test holds the two together.
 */
export function standingTables({ programme, day, modules }: Situation, unitIds: RawBuilder<unknown>) {
  const asked = JSON.stringify(modules.map(({ moduleId, requiredEdition }) => [moduleId, requiredEdition]));
  const since = programme.countsFrom ?? SINCE_EVER;
  const isCurrent = sql`from_date <= ${day} and ifnull(to_date > ${day}, true)`;
  const isTheirs = sql`person_id = who.person_id`;
  // The unary plus below keeps SQLite to the index by person: the one by module and day looks narrower to it, and is not.
  const isTheirsHere = sql`${isTheirs} and programme_id = ${programme.programmeId}`;
  return sql`
    asked(module_id, edition) as materialized (
      select value ->> 0, value ->> 1 from json_each(${asked})),
    scope(unit_id) as materialized (${unitIds}),
    present(person_id, unit_id) as materialized (
      select person_id, scope.unit_id from scope cross join membership on membership.unit_id = scope.unit_id
      where ${isCurrent}),
    who(person_id, unit_id, is_in_one_unit) as materialized (
      select person_id, min(unit_id), min(unit_id) = max(unit_id) from present group by person_id),
    standing(person_id, unit_id, is_in_one_unit, standing) as materialized (
      select person_id, unit_id, is_in_one_unit,
        case when exists (select 1 from designation where ${isTheirsHere} and ${isCurrent}) then coalesce(
          '0' || nullif((select max(ifnull((
                   select min(completed_on) from completion
                   where ${isTheirs} and module_id = asked.module_id and edition >= asked.edition
                     and +completed_on <= ${day} and +completed_on >= ${since}), 'missing')) from asked), 'missing'),
          '1' || (select min(counts_from) from credit
                   where ${isTheirsHere} and counts_from <= ${day} and ifnull(to_date > ${day}, true)),
          '2' || (select min(from_date) from exemption where ${isTheirsHere} and ${isCurrent}),
          '3' || (select min(from_date) from absence where ${isTheirs} and ${isCurrent}),
          '4' || (select min(begun_on) from asked cross join begun
                   on ${isTheirs} and begun.module_id = asked.module_id and begun.edition >= asked.edition
                   where begun_on <= ${day} and begun_on >= ${since}),
          '5') end
      from who)`;
}

/** Reads the text that `standing` holds. */
export function toStanding(text: string): ObligationStanding {
  return { state: stateOf(text.slice(0, 1)), since: (text.slice(1) || null) as CivilDate | null };
}

function stateOf(digit: string): ObligationState {
  return OBLIGATION_STATES[Number(digit)]!;
}

/** The first character of `standing` for a state. */
export function digitOf(state: ObligationState): string {
  return String(OBLIGATION_STATES.indexOf(state));
}
